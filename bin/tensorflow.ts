import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTensorflowPlace } from '#judge/reference.ts';
import { rootFolder } from './config.ts';
import { CommandFailure } from './failure.ts';
import { runProgram } from './run-program.ts';
import { step } from './step.ts';

const name = '@tensorflow/tfjs-node-gpu';
const patienceMs = 15 * 60_000;

export type TensorflowSetUp = {
  /** Of its own, so that nothing here can harm our packages. */
  folder: string;
  hasGpu: boolean;
  install(folder: string, wanted: string, signal: AbortSignal): Promise<unknown>;
};

/**
 * Where there is an NVIDIA GPU, brings TensorFlow for it: some hundred megabytes, from elsewhere than the registry. Tried
 * once; where it fails the reason is told and kept, and the next best backend is used. What was stopped half-way is removed and
 * begun anew.
 */
export async function provideTensorflow(asked: AbortSignal, setUp: TensorflowSetUp = usual()): Promise<void> {
  const { folder, hasGpu, install } = setUp;
  const failed = join(folder, 'failed.txt');
  // Stands while it is being installed: npm puts a package there before its script has fetched the library.
  const installing = join(folder, 'installing');
  if (!hasGpu) return;
  if (existsSync(installing)) rmSync(folder, { recursive: true, force: true });
  if (existsSync(join(folder, 'node_modules', name)) || existsSync(failed)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(installing, '');
  // Else npm would look for a package above, and find ours. Its script fetches the library, which is all it is for.
  const manifest = { private: true, allowScripts: { [name]: true } };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest)}\n`);
  const signal = AbortSignal.any([asked, AbortSignal.timeout(patienceMs)]);
  try {
    await step('install TensorFlow for the NVIDIA GPU', () =>
      install(folder, `${name}@${version()}`, signal),
    );
    rmSync(installing);
  } catch (error) {
    asked.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof CommandFailure) && !signal.aborted) throw error;
    writeFileSync(failed, reason);
    rmSync(installing);
    const last = reason.trim().split('\n').at(-1) ?? '';
    console.error(
      `  TensorFlow could not be installed (${last}): expected outputs are computed without it. To try again, remove ${folder}.`,
    );
  }
}

function usual(): TensorflowSetUp {
  const { folder, hasGpu } = findTensorflowPlace();
  const install: TensorflowSetUp['install'] = (prefix, wanted, signal) =>
    runProgram('npm', ['install', '--prefix', prefix, '--no-audit', '--no-fund', wanted], { signal });
  return { folder, hasGpu, install };
}

/** As package.json says it, where npm is told that it may be missing. */
function version(): string {
  const manifest: { peerDependencies: Record<typeof name, string> } = JSON.parse(
    readFileSync(join(rootFolder, 'package.json'), 'utf8'),
  );
  return manifest.peerDependencies[name];
}
