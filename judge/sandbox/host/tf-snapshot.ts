/** The heap snapshot with TensorFlow.js, made once for each version of it, of Node and of isolated-vm. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../bundle.ts';
import { type Confinement, confine, SandboxUnavailable } from '../../confine.ts';
import { createFrameReader, encodeFrame } from '../../frames.ts';
import { type Bundles, bundleTf, findAddon } from './bundle.ts';
import { guestFlags } from './guest-process.ts';

const maxSnapshotBytes = 256 * 2 ** 20;

export type SnapshotOptions = { cacheDir: string; weakSandbox: boolean; bundles: Bundles };

/** The path of the snapshot; made behind the same walls as a submission where it is not there yet. */
export async function findOrMakeSnapshot(options: SnapshotOptions): Promise<string> {
  const script = await bundleTf(options.cacheDir);
  const key = createHash('sha256')
    .update(JSON.stringify([process.version, process.arch, findAddon().version, guestFlags]))
    .update(script)
    .digest('hex');
  const path = join(options.cacheDir, `tfjs-${key.slice(0, 16)}.snapshot`);
  if (!existsSync(path)) writeWhole(path, await makeSnapshot(script, options));
  return path;
}

/** The walls around who makes it. */
export function snapshotConfinement({
  bundles,
  weakSandbox,
}: Pick<SnapshotOptions, 'bundles' | 'weakSandbox'>): Confinement {
  const addon = findAddon().path;
  return {
    profile: 'snapshot',
    program: 'node',
    args: [...guestFlags, bundles.snapshotMaker, addon],
    permissions: ['addons'],
    readable: [bundles.snapshotMaker, addon],
    limits: { memoryMiB: 2048, processes: 64 },
    channels: 1,
    weakSandbox,
  };
}

async function makeSnapshot(script: string, options: SnapshotOptions): Promise<Buffer> {
  const maker = await confine(snapshotConfinement(options));
  const reader = createFrameReader(maxSnapshotBytes);
  maker.stdout.resume();
  let errors = '';
  maker.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + String(chunk)).slice(-2000);
  });
  const [channel] = maker.channels;
  channel?.write(encodeFrame(script));
  for await (const chunk of channel ?? []) {
    const [snapshot] = reader.push(chunk as Buffer);
    if (snapshot) return snapshot;
  }
  const { code, signal } = await maker.ended;
  throw new SandboxUnavailable(`the tfjs snapshot could not be made (${signal ?? code}): ${errors}`);
}
