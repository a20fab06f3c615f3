/**
 * `npm run bench:soak`: measures how many verdicts a second come at most, then sends 80 % of that for ten minutes, whatever
 * becomes of them, and looks every ten seconds at latency, memory, descriptors, threads and what is left lying about.
 * Exit code 1 where one of them rises. `-- --minutes 2 --rate 0.8`; JSON alone with `-- --json`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { rootFolder } from '#bin/config.ts';
import { summarizeTimes, timed } from './judge/statistics.ts';
import { type BenchedSite, openSite, type Submission } from './judge/whetstone.ts';
import { type Drift, driftOf } from './soak/drift.ts';
import { type Part, takeSample } from './soak/sample.ts';
import { type SoakReport, tableOf, type Window } from './soak/table.ts';

const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '0.8' },
  },
});
const minutes = Number(flags.minutes);
const windowMs = 10_000;
const lanes = 6;
/** As long as the rate is looked for; the first half of it warms everything up. */
const searchMs = 30_000;
/** So many under way mean that it doesn't keep up: then the rest says nothing. */
const hopeless = 1000;

const submission = (problem: string, file: string): Submission => ({
  problem,
  source: readFileSync(join(rootFolder, 'content/problems', problem, 'submissions/accepted', file), 'utf8'),
});
const mix = [
  ...Array.from({ length: 4 }, () => submission('param-count', 'switch-and-add.ts')),
  submission('prune', 'mask-by-tensor.ts'),
];
const nextOfMix = (turn: number): Submission => {
  const chosen = mix[turn % mix.length];
  if (!chosen) throw new Error('nothing to submit');
  return chosen;
};

const folder = join(rootFolder, '.whetstone/bench');
mkdirSync(folder, { recursive: true });
const temporary = mkdtempSync(join(tmpdir(), 'whetstone-soak-'));
const site = await openSite(join(folder, 'data'), { TMPDIR: temporary });
try {
  const sustained = await findSustained(site);
  process.stderr.write(`sustained: ${sustained.toFixed(1)}/s\n`);
  const report = await soak(site, sustained);
  process.stdout.write(`${flags.json ? JSON.stringify(report, null, 2) : tableOf(report)}\n`);
  if (report.failures.length > 0 || report.drifts.some(({ flat }) => !flat)) process.exitCode = 1;
} finally {
  await site.stop();
  rmSync(temporary, { recursive: true, force: true });
}

async function findSustained({ judge }: BenchedSite): Promise<number> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  let done = 0;
  let turn = 0;
  const lane = async () => {
    while (elapsed() < searchMs) {
      await judge(nextOfMix(turn++));
      if (elapsed() > searchMs / 2 && elapsed() < searchMs) done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done / (searchMs / 2000);
}

type Arrived = { atMs: number; ms: number };

async function soak({ judge, pid }: BenchedSite, sustained: number): Promise<SoakReport> {
  const rate = sustained * Number(flags.rate);
  const durationMs = minutes * 60_000;
  const arrived: Arrived[] = [];
  const failures: string[] = [];
  const windows: Window[] = [];
  const pending = new Set<Promise<void>>();
  const started = performance.now();
  const elapsed = () => performance.now() - started;

  const send = (turn: number): void => {
    const atMs = elapsed();
    const one = timed(() => judge(nextOfMix(turn)))
      .then(({ ms }) => void arrived.push({ atMs, ms }))
      .catch((cause: unknown) => void failures.push(String(cause).slice(0, 300)))
      .finally(() => pending.delete(one));
    pending.add(one);
  };
  const sendAll = async () => {
    // By the clock, not by what came back: who waits for an answer hides how late it is.
    for (let turn = 0; elapsed() < durationMs && pending.size < hopeless; turn += 1) {
      await sleep(Math.max(0, (turn / rate) * 1000 - elapsed()));
      send(turn);
    }
  };
  const watch = async () => {
    for (let next = windowMs; next <= durationMs; next += windowMs) {
      await sleep(Math.max(0, next - elapsed()));
      const second = next / 1000;
      windows.push({ second, latency: null, underWay: pending.size, sample: takeSample(pid, temporary) });
    }
  };
  await Promise.all([sendAll(), watch()]);
  await Promise.all(pending);
  if (pending.size >= hopeless) failures.push('it did not keep up');
  const filled = windows.map((window) => ({ ...window, latency: latencyIn(arrived, window.second * 1000) }));
  return {
    machine: { cores: availableParallelism(), model: cpus()[0]?.model ?? '', node: process.version },
    sustained: round(sustained),
    rate: round(rate),
    minutes,
    submissions: arrived.length,
    failures,
    latency: summarizeTimes(arrived.map(({ ms }) => ms)),
    windows: filled,
    drifts: driftsOf(filled),
  };
}

function latencyIn(arrived: readonly Arrived[], untilMs: number): Window['latency'] {
  const times = arrived
    .filter(({ atMs }) => atMs >= untilMs - windowMs && atMs < untilMs)
    .map(({ ms }) => ms);
  return times.length === 0 ? null : summarizeTimes(times);
}

/** Of the second half: caches fill and pools grow in the first minutes, and are to be full by then. */
function driftsOf(windows: readonly Window[]): Drift[] {
  const later = windows.slice(Math.floor(windows.length / 2));
  const latency = (of: 'p50' | 'p95') =>
    driftOf(
      `latency ${of}, ms`,
      later.flatMap(({ latency: times }) => (times ? [times[of]] : [])),
      {
        share: of === 'p50' ? 0.15 : 0.3,
        least: 15,
      },
    );
  const use = (part: Part, figure: 'memoryMiB' | 'descriptors' | 'threads') =>
    driftOf(
      `${part} ${figure}`,
      later.map(({ sample }) => sample[part][figure]),
      figure === 'memoryMiB' ? { share: 0.1, least: 16 } : { share: 0.1, least: 8 },
    );
  const lasting = ['judge', 'site', 'postgres'] as const;
  return [
    latency('p50'),
    latency('p95'),
    ...lasting.flatMap((part) => [use(part, 'memoryMiB'), use(part, 'descriptors'), use(part, 'threads')]),
    driftOf(
      'sandboxes',
      later.map(({ sample }) => sample.sandboxes.processes),
      { share: 0.1, least: 8 },
    ),
    driftOf(
      'control groups',
      later.map(({ sample }) => sample.groups),
      { share: 0.1, least: 8 },
    ),
    driftOf(
      'temporary files',
      later.map(({ sample }) => sample.temporary),
      { share: 0, least: 2 },
    ),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
