import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Runtime } from '#content/problem.ts';
import type { BackendName } from '#judge/backend.ts';
import { openCompiler } from '#judge/compile.ts';
import type { Stations } from '#judge/grade.ts';
import type { Log } from '#judge/log.ts';
import { openReferenceEngine, type ReferenceEngine } from '#judge/reference.ts';
import { openSandboxPool } from '#judge/sandbox.ts';
import { readCommandConfig } from './config.ts';

/** Where commands keep what can be computed again. */
export function cacheFolder(dataFolder = readCommandConfig().dataFolder): string {
  return readCommandConfig().cacheFolder ?? join(dataFolder, 'cache');
}

/** Acts with stations that are opened when they are first asked for, and closes them. */
export async function withStations<T>(
  options: { warm: readonly Runtime[]; size?: number; cacheDir?: string },
  act: (openStations: () => Promise<Stations>) => Promise<T>,
): Promise<T> {
  let opened: Promise<Stations> | undefined;
  try {
    return await act(() => {
      opened ??= openStations(options);
      return opened;
    });
  } finally {
    const stations = await opened?.catch(() => undefined);
    if (stations)
      await Promise.all([stations.compiler.close(), stations.sandboxes.close(), stations.reference.close()]);
  }
}

async function openStations({
  warm,
  size = availableParallelism(),
  cacheDir = cacheFolder(),
}: {
  warm: readonly Runtime[];
  size?: number;
  cacheDir?: string;
}): Promise<Stations> {
  const { weakSandbox } = readCommandConfig();
  const [compiler, sandboxes, reference] = await Promise.allSettled([
    openCompiler({ size: 1, weakSandbox }),
    openSandboxPool({ size, weakSandbox, warm, cacheDir }),
    openReference({ cacheDir }),
  ]);
  if (compiler.status === 'fulfilled' && sandboxes.status === 'fulfilled' && reference.status === 'fulfilled')
    return { compiler: compiler.value, sandboxes: sandboxes.value, reference: reference.value };
  // What did open must not outlive what did not.
  for (const station of [compiler, sandboxes, reference])
    if (station.status === 'fulfilled') await station.value.close();
  throw [compiler, sandboxes, reference].find((station) => station.status === 'rejected')?.reason;
}

/** The reference engine as the environment asks for it, or on a backend by name; warnings go to standard error. */
export function openReference({
  backend = readCommandConfig().backend,
  cacheDir = cacheFolder(),
}: {
  backend?: BackendName | undefined;
  cacheDir?: string;
} = {}): Promise<ReferenceEngine> {
  return openReferenceEngine({ weakSandbox: readCommandConfig().weakSandbox, cacheDir, backend, log: warn });
}

const warn: Log = (_level, message, fields = {}) => {
  const told = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  process.stderr.write(`  ! ${message} · ${told.join(' · ')}\n`);
};
