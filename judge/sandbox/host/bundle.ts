/** The guest's files, and the binary that it loads. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { provideBundle } from '../../bundle.ts';
import { SandboxUnavailable } from '../../confine.ts';

export type Bundles = { guest: string; snapshotMaker: string; bootstrap: string };

const here = (path: string) => new URL(path, import.meta.url);

/** Writes the guest's files into the cache folder, {@link file://../guest/main.ts} first; returns where they are. */
export async function bundleGuest(cacheDir: string): Promise<Bundles> {
  const node = { options: { platform: 'node', format: 'cjs' }, cacheDir } as const;
  const [guest, snapshotMaker, bootstrap] = await Promise.all([
    provideBundle({ ...node, entry: here('../guest/main.ts'), name: 'guest.cjs' }),
    provideBundle({ ...node, entry: here('../guest/snapshot.ts'), name: 'snapshot.cjs' }),
    provideBundle({
      entry: here('../isolate/main.ts'),
      options: { platform: 'neutral', format: 'esm' },
      cacheDir,
      name: 'isolate.mjs',
    }),
  ]);
  return { guest: guest.path, snapshotMaker: snapshotMaker.path, bootstrap: bootstrap.content };
}

/** TensorFlow.js for the isolate as one script. */
export async function bundleTf(cacheDir: string): Promise<string> {
  const { content } = await provideBundle({
    entry: here('../isolate/tf.ts'),
    options: { platform: 'browser', format: 'iife', define: { global: 'globalThis' } },
    cacheDir,
    name: 'tf.js',
  });
  return content;
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
