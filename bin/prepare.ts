import { join } from 'node:path';
import { finishBuild } from './build-site/finish-build.ts';
import { rootFolder } from './config.ts';
import { runProgram } from './run-program.ts';
import { unlessUnchanged } from './unchanged.ts';

export const nextProgram = join(rootFolder, 'node_modules/next/dist/bin/next');

/** Writes the database client from the schema where it is missing or old; false where nothing was to do. */
export function generateClient(signal?: AbortSignal): Promise<boolean> {
  const prisma = join(rootFolder, 'node_modules/prisma/build/index.js');
  const inputs = ['prisma/schema.prisma', 'node_modules/prisma/package.json'];
  return unlessUnchanged({ inputs, stamp: 'prisma/generated/made-from' }, () =>
    runProgram(process.execPath, [prisma, 'generate', '--schema', 'prisma/schema.prisma'], {
      ...(signal && { signal }),
      // Not called by `generate`, but looked for, and downloaded where it is missing.
      environment: {
        PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    }),
  );
}

const siteInputs = [
  'app',
  'bin/build-site',
  'content',
  'judge',
  'prisma',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/** Builds the site where anything it is made of changed; false where nothing was to do. */
export function buildSite(environment: Record<string, string>, signal?: AbortSignal): Promise<boolean> {
  const counts = (path: string) =>
    !/\.test\.tsx?$|^content\/(problems|new-problem)\/|^prisma\/(generated|migrations)\//.test(path);
  return unlessUnchanged({ inputs: siteInputs, counts, stamp: '.next/made-from' }, async (fingerprint) => {
    await runProgram(process.execPath, [nextProgram, 'build'], {
      ...(signal && { signal }),
      // Sites of one version on many hosts are one site to a browser: its service worker must not take them for many.
      environment: { ...environment, NODE_ENV: 'production', WHETSTONE_BUILD_ID: fingerprint.slice(0, 16) },
    });
    await finishBuild(join(rootFolder, '.next'));
  });
}
