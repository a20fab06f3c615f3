/**
 * The guest's code as single files: type stripping in every guest would cost each submission 50 ms and 17 MB
 * (measured on Node 24), and one file is one thing less to bind into the sandbox.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { SandboxUnavailable } from '../../confine.ts';

export type Bundles = { guest: string; snapshotMaker: string; bootstrap: string };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes the guest's files into the cache folder, {@link file://../guest/main.ts} first; returns where they are. */
export async function bundleGuest(cacheDir: string): Promise<Bundles> {
  const node: BuildOptions = { platform: 'node', format: 'cjs' };
  const [guest, snapshotMaker, bootstrap] = await Promise.all([
    bundle(here('../guest/main.ts'), node),
    bundle(here('../guest/snapshot.ts'), node),
    bundle(here('../isolate/main.ts'), { platform: 'neutral', format: 'esm' }),
  ]);
  return {
    guest: keep(cacheDir, { name: 'guest.cjs', content: guest }),
    snapshotMaker: keep(cacheDir, { name: 'snapshot.cjs', content: snapshotMaker }),
    bootstrap,
  };
}

/** TensorFlow.js for the isolate as one script. */
export function bundleTf(): Promise<string> {
  return bundle(here('../isolate/tf.ts'), {
    platform: 'browser',
    format: 'iife',
    define: { global: 'globalThis' },
  });
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: 'node24',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles?.[0]?.text ?? '';
}

/** The path of a file with this content, named by its hash; written at once and whole if it is not there. */
function keep(folder: string, file: { name: string; content: string | Uint8Array }): string {
  const hash = createHash('sha256').update(file.content).digest('hex').slice(0, 16);
  const path = join(folder, `${hash}-${file.name}`);
  if (!existsSync(path)) writeWhole(path, file.content);
  return path;
}

/** Another process sees the whole file or none. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, content);
  renameSync(part, path);
}

/** isolated-vm's binary for this Node and this C library. Throws {@link SandboxUnavailable}. */
export function findAddon(): { path: string; version: string } {
  // Found here, loaded in guests alone.
  const addonPackage = 'isolated-vm';
  const manifest = createRequire(import.meta.url).resolve(`${addonPackage}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const root = dirname(manifest);
  const { platform, arch, versions } = process;
  const built = join(root, 'build/Release/isolated_vm.node');
  const prebuilt = [`.${cLibrary()}`, ''].map((suffix) =>
    join(root, 'prebuilds', `${platform}-${arch}`, `isolated-vm.abi${versions.modules}${suffix}.node`),
  );
  const path = [built, ...prebuilt].find(existsSync);
  if (!path) {
    throw new SandboxUnavailable(
      `isolated-vm ${version} has no binary for Node ${process.version} on ${platform}-${arch}`,
    );
  }
  return { path, version };
}

function cLibrary(): 'glibc' | 'musl' {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return report?.header?.glibcVersionRuntime ? 'glibc' : 'musl';
}
