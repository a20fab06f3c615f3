import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BackendName } from '../../backend.ts';

/** What was bundled by this process: the sources don't change under it. */
const bundled = new Map<BackendName, Promise<string>>();

/** The file that a backend's process runs, in the cache folder. */
export async function bundleGuest(backend: BackendName, cacheDir: string): Promise<string> {
  const bundling = bundled.get(backend) ?? bundle(backend);
  bundled.set(backend, bundling);
  const content = await bundling;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const path = join(cacheDir, `${hash}-reference-${backend}.mjs`);
  if (!existsSync(path)) {
    mkdirSync(cacheDir, { recursive: true });
    const part = `${path}.${process.pid}.part`;
    writeFileSync(part, content);
    renameSync(part, path);
  }
  return path;
}

async function bundle(backend: BackendName): Promise<string> {
  // A software adapter differs from a GPU in where it is found, not in how it is used.
  const file = backend === 'webgpu-software' ? 'webgpu' : backend;
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../backend/${file}.ts`, import.meta.url))],
    bundle: true,
    write: false,
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
    target: 'node24',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles?.[0]?.text ?? '';
}
