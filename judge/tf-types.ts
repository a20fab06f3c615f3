import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Exactly what the isolate has: core with its chained operations, and layers.
const index = `
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
`;

/** Declarations of `@tensorflow/tfjs` by virtual path under /node_modules, for the type checker and the editor. */
export function readTfTypes(root: string): Record<string, string> {
  return {
    '/node_modules/@tensorflow/tfjs/package.json': manifest('@tensorflow/tfjs', 'index.d.ts'),
    '/node_modules/@tensorflow/tfjs/index.d.ts': index,
    ...declarationsOf(root, '@tensorflow/tfjs-core'),
    ...declarationsOf(root, '@tensorflow/tfjs-layers'),
  };
}

function declarationsOf(root: string, name: string): Record<string, string> {
  const folder = join(root, 'node_modules', name);
  const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts') && !/(^|\/)(test|.*_test|jasmine_util)/.test(file))
    .map(
      (file) =>
        [`/node_modules/${name}/dist/${file}`, readFileSync(join(folder, 'dist', file), 'utf8')] as const,
    );
  return {
    [`/node_modules/${name}/package.json`]: manifest(name, 'dist/index.d.ts'),
    ...Object.fromEntries(files),
  };
}

function manifest(name: string, types: string): string {
  return JSON.stringify({ name, version: '1.0.0', types });
}
