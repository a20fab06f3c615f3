import type { BackendName } from '../../backend.ts';
import { provideBundle } from '../../bundle.ts';

/** The file that a backend's process runs, in the cache folder. */
export async function bundleGuest(backend: BackendName, cacheDir: string): Promise<string> {
  // A software adapter differs from a GPU in where it is found, not in how it is used.
  const file = backend === 'webgpu-software' ? 'webgpu' : backend;
  const { path } = await provideBundle({
    entry: new URL(`../backend/${file}.ts`, import.meta.url),
    options: {
      platform: 'node',
      format: 'esm',
      // tfjs asks for Node's own modules by require, and its WebAssembly for where it stands.
      banner: {
        js: [
          "import { createRequire as requireFrom } from 'node:module';",
          'const require = requireFrom(import.meta.url);',
          'const __filename = import.meta.filename;',
          'const __dirname = import.meta.dirname;',
        ].join('\n'),
      },
      loader: { '.wasm': 'binary' },
      mainFields: ['module', 'main'],
    },
    cacheDir,
    name: `reference-${backend}.mjs`,
  });
  return path;
}
