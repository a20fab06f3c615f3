/**
 * The filter of system calls of a confined process: what a profile lists passes, what it lists with other arguments is
 * refused (EPERM), and what it does not list is as if the kernel had never heard of it (ENOSYS), so that libraries
 * fall back to what they did before it existed: from clone3, whose flags no filter can see, to clone.
 */
import { and, assemble, branch, give, type Instruction, load } from './bpf.ts';
import { type Architecture, type Condition, findRules, type Profile, type Rule } from './syscalls.ts';

// linux/seccomp.h: what a filter returns, and where in `struct seccomp_data` it looks.
const allow = 0x7fff0000;
const killProcess = 0x80000000;
const refuse = (errno: number) => 0x00050000 + errno;
const at = { number: 0, architecture: 4, argument: (index: number) => 16 + 8 * index };
const eperm = 1;
const enosys = 38;
// linux/audit.h. Another one on the same machine has other numbers: i386 on x64, 32-bit ARM on arm64.
const architectures: Record<Architecture, number> = { x64: 0xc000003e, arm64: 0xc00000b7 };

type Segment = { from: number; block: Instruction[] };

const compiled = new Map<string, Buffer>();

/** The filter of a profile as bubblewrap takes it; undefined for an architecture without a table. */
export function findFilter(profile: Profile, architecture: string = process.arch): Buffer | undefined {
  const known = compiled.get(`${profile} ${architecture}`);
  if (known) return known;
  const rules = findRules(profile, architecture);
  const value = Object.entries(architectures).find(([name]) => name === architecture)?.[1];
  if (!rules || value === undefined) return undefined;
  const filter = assemble([
    load(at.architecture),
    ...branch(
      { is: 'equal', k: value },
      { yes: [load(at.number), ...search(segmentsOf(rules))], no: give(killProcess) },
    ),
  ]);
  compiled.set(`${profile} ${architecture}`, filter);
  return filter;
}

/**
 * By halves: seven or eight comparisons for any call. Since 5.11 Linux runs it once for each number whose answer does
 * not depend on an argument and keeps a bitmap of those that pass, so what is called often costs a bit's test.
 */
function search(segments: Segment[]): Instruction[] {
  const half = Math.floor(segments.length / 2);
  const middle = segments[half];
  if (!middle || half === 0) return segments[0]?.block ?? give(refuse(enosys));
  return branch(
    { is: 'atLeast', k: middle.from },
    { yes: search(segments.slice(half)), no: search(segments.slice(0, half)) },
  );
}

/** The line of numbers from 0 on, cut where the answer changes. x64's second set (x32) lies beyond its last cut. */
function segmentsOf(rules: Map<number, Rule>): Segment[] {
  const cuts = [0, ...[...rules.keys()].flatMap((number) => [number, number + 1])];
  const segments: (Segment & { rule: Rule | undefined })[] = [];
  for (const from of [...new Set(cuts)].sort((a, b) => a - b)) {
    const rule = rules.get(from);
    const before = segments.at(-1);
    if (before && before.rule === rule) continue;
    segments.push({ from, rule, block: blockOf(rule) });
  }
  return segments;
}

// The kernel reads the low half of each argument that is looked at here.
function blockOf(rule: Rule | undefined): Instruction[] {
  if (rule === undefined) return give(refuse(enosys));
  if (rule === 'any') return give(allow);
  return [rule].flat().reduceRight<Instruction[]>(blockBefore, give(refuse(eperm)));
}

/** Lets pass where the condition holds, and goes on with `otherwise` where it does not. */
function blockBefore(otherwise: Instruction[], { argument, mask, oneOf }: Condition): Instruction[] {
  const tests = oneOf.reduceRight<Instruction[]>(
    (no, k) => branch({ is: 'equal', k }, { yes: give(allow), no }),
    otherwise,
  );
  return [load(at.argument(argument)), ...(mask === undefined ? [] : [and(mask)]), ...tests];
}
