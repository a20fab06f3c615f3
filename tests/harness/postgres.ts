/** Loaded by vitest before the first test of a project that needs a database ({@link file://./database.ts}). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '#prisma/migrate.ts';
import { onDatabase, startPostgres } from '#prisma/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: { url: string; template: string };
  }
}

const template = 'template_whetstone';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'whetstone-test-'));
  const postgres = await startPostgres({ folder, durable: false });
  const url = onDatabase(postgres.url, template);
  await migrate(url);
  project.provide('database', { url, template });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
