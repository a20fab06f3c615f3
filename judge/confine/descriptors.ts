/** What a confined process finds open: our pipes, and nothing that the judge itself was started with. */
import { openSync, readdirSync, readFileSync } from 'node:fs';

type Stdio = 'ignore' | 'pipe' | number;

const closeOnExec = 0o2000000;
let inherited: { descriptors: number[]; nothing: number } | undefined;

/**
 * `stdio` for spawn with pipes up to the descriptor `last`. Node hands on what it was started with from 17 on where
 * there is a gap before it (measured on Node 24: libuv stops looking there), so /dev/null is laid over each of those.
 */
export function stdioUpTo(last: number): Stdio[] {
  inherited ??= { descriptors: findInherited(), nothing: openSync('/dev/null', 'r') };
  const { descriptors, nothing } = inherited;
  const stdio: Stdio[] = ['ignore', ...Array.from({ length: last }, () => 'pipe' as const)];
  const leaking = descriptors.filter((descriptor) => descriptor > last);
  for (let descriptor = last + 1; descriptor <= Math.max(last, ...leaking); descriptor += 1)
    stdio[descriptor] = leaking.includes(descriptor) ? nothing : 'ignore';
  return stdio;
}

function findInherited(): number[] {
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((descriptor) => descriptor > 2 && isHandedOn(descriptor));
}

function isHandedOn(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & closeOnExec) === 0;
  } catch {
    // The folder itself, closed meanwhile.
    return false;
  }
}
