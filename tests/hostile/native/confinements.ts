/** The walls of each profile as the judge itself puts them up, around a program of the test's choice. */
import { fileURLToPath } from 'node:url';
import { checkerConfinement } from '#judge/compile/host/checker.ts';
import type { Profile } from '#judge/confine/syscalls.ts';
import type { Confinement } from '#judge/confine.ts';
import { engineConfinement } from '#judge/reference/host/engine-process.ts';
import { findPlace, type Place } from '#judge/reference/host/place.ts';
import { bundleGuest, findAddon } from '#judge/sandbox/host/bundle.ts';
import { guestConfinement } from '#judge/sandbox/host/guest-process.ts';
import { findOrMakeSnapshot, snapshotConfinement } from '#judge/sandbox/host/tf-snapshot.ts';

export const profiles: Profile[] = ['guest', 'checker', 'engine', 'engine-gpu', 'snapshot'];

export const repository = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const cacheDir = `${repository}/.whetstone/cache`;
const weakSandbox = false;

/** What is run in place of the judge's own program; `readable` comes on top of what that may read. */
export type Intruder = { path: string; args: string[]; readable: string[] };

/** A profile's walls with nothing changed but who stands behind them. */
export async function confinementOf(profile: Profile, intruder: Intruder): Promise<Confinement> {
  const walls = await wallsOf(profile);
  return {
    ...walls,
    program: { path: intruder.path },
    args: intruder.args,
    readable: [...walls.readable, ...intruder.readable],
  };
}

async function wallsOf(profile: Profile): Promise<Confinement> {
  switch (profile) {
    case 'guest':
      return guestWalls();
    case 'checker':
      return checkerConfinement(weakSandbox);
    case 'engine':
      return engineConfinement({ backend: 'cpu', place: processor(), cacheDir, weakSandbox });
    case 'engine-gpu':
      // What a driver needs differs by machine, so its filter of system calls alone is tried.
      return engineConfinement({
        backend: 'cpu',
        place: { ...processor(), profile: 'engine-gpu' },
        cacheDir,
        weakSandbox,
      });
    case 'snapshot':
      return snapshotConfinement({ bundles: await bundleGuest(cacheDir), weakSandbox });
  }
}

/** For TensorFlow.js, which may read all that a plain one may and the snapshot. */
async function guestWalls(): Promise<Confinement> {
  const bundles = await bundleGuest(cacheDir);
  const snapshot = await findOrMakeSnapshot({ cacheDir, weakSandbox, bundles });
  const { guest, bootstrap } = bundles;
  const files = { guest, bootstrap, addon: findAddon().path, snapshot };
  return guestConfinement({ runtime: 'tf', files, memoryMiB: 64, realms: 1, weakSandbox });
}

function processor(): Place {
  const found = findPlace('cpu');
  if ('lacking' in found) throw new Error(found.lacking);
  return found.place;
}
