import { defineConfig } from 'vitest/config';

const node = { environment: 'node', restoreMocks: true } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          // Some start a process, which takes its time on a busy machine.
          testTimeout: 30_000,
          include: ['{app,bin,content,judge,prisma,tests}/**/*.test.{ts,tsx}'],
          exclude: [
            '**/*.sandbox.test.ts',
            'tests/{integration,e2e,hostile}/**',
            'tests/chaos/chaos.test.ts',
          ],
        },
      },
      {
        test: {
          ...node,
          name: 'integration',
          globalSetup: 'tests/harness/postgres.ts',
          include: ['**/*.sandbox.test.ts', 'tests/integration/**/*.test.ts'],
          exclude: ['node_modules/**'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...node,
          name: 'hostile',
          include: ['tests/hostile/**/*.test.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...node,
          name: 'chaos',
          include: ['tests/chaos/chaos.test.ts'],
          testTimeout: 240_000,
        },
      },
      {
        test: {
          ...node,
          name: 'e2e',
          globalSetup: 'tests/harness/postgres.ts',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 600_000,
          // The browser's failure, not the site's: tests/harness/browser.ts looks.
          retry: { count: 1, condition: /the browser draws this page no more/ },
          // A page waits more than it computes: two files at a time keep two cores busy.
          maxWorkers: 2,
        },
      },
    ],
  },
});
