/** The heap snapshot with TensorFlow.js, made once for each version of it, of Node and of isolated-vm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../bundle.ts';
import { type Confinement, confine, SandboxUnavailable } from '../../confine.ts';
import { createFrameReader, encodeFrame } from '../../frames.ts';
import { writeWhole } from '../../whole-file.ts';
import { type Bundles, bundleTf, findAddon } from './bundle.ts';
import { guestFlags } from './guest-process.ts';

const maxSnapshotBytes = 256 * 2 ** 20;

export type SnapshotOptions = { cacheDir: string; weakSandbox: boolean; bundles: Bundles };

/** The path of the snapshot; made behind the same walls as a submission where it is not there yet, or not whole. */
export async function findOrMakeSnapshot(options: SnapshotOptions): Promise<string> {
  const script = await bundleTf(options.cacheDir);
  const key = hashOf(
    JSON.stringify([process.version, process.arch, findAddon().version, guestFlags]),
    script,
  );
  const path = join(options.cacheDir, `tfjs-${key.slice(0, 16)}.snapshot`);
  if (!isWhole(path)) {
    const snapshot = await makeSnapshot(script, options);
    writeWhole(path, snapshot);
    writeWhole(hashFileOf(path), hashOf(snapshot));
  }
  return path;
}

// A guest that starts from half of one dies, whatever is submitted.
function isWhole(path: string): boolean {
  try {
    return hashOf(readFileSync(path)) === readFileSync(hashFileOf(path), 'utf8');
  } catch {
    return false;
  }
}

function hashFileOf(path: string): string {
  return `${path}.sha256`;
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
