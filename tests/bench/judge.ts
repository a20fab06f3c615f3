/**
 * `npm run bench:judge`: Whetstone and two peers' recipes on the same sources, in turn, in one run. A table, or JSON
 * alone with `-- --json`. `-- --quick` takes few runs, to see that it works; `-- --own-cpu` measures a solution's own CPU
 * time alone.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { rootFolder } from '#bin/config.ts';
import { withStations } from '#bin/stations.ts';
import { readProblem } from '#content/read-problem.ts';
import type { GradableGroup } from '#judge/gradable-problem.ts';
import type { Stations } from '#judge/grade.ts';
import { findOrPrepare } from '#judge/prepared.ts';
import { measureOwnCpu } from './judge/own-cpu.ts';
import { judgeRightly, openPeers, type Peer } from './judge/peers.ts';
import { type Program, programOf } from './judge/program.ts';
import { type Summary, summarizeTimes, timed } from './judge/statistics.ts';
import { type ProblemReport, type Report, tableOf, tellRatio } from './judge/table.ts';
import { type BenchedSite, lanes, openSite, type Submission } from './judge/whetstone.ts';

const { values: flags } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, 'own-cpu': { type: 'boolean' } },
});
const runs = flags.quick
  ? { whetstone: 10, peer: 2, command: 2, cpu: 3, seconds: 5 }
  : { whetstone: 100, peer: 8, command: 6, cpu: 15, seconds: 20 };
/** How many are kept under way when throughput is measured: more than two judges take at once. */
const inFlight = 6;

const files = [
  ['param-count', 'switch-and-add.ts'],
  ['prune', 'mask-by-tensor.ts'],
] as const;

type Case = Submission & { file: string; program: Program; tests: number; groups: GradableGroup[] };

const folder = join(rootFolder, '.whetstone/bench');
mkdirSync(folder, { recursive: true });

const ownCpu = await tellOwnCpu();
if (flags['own-cpu']) process.stdout.write(`${flags.json ? JSON.stringify(ownCpu) : tellRatio(ownCpu)}\n`);
else await benchAll();

async function tellOwnCpu(): Promise<Report['ownCpu']> {
  const { sandbox, node } = await measureOwnCpu(runs.cpu);
  const times = { sandbox: summarizeTimes(sandbox), node: summarizeTimes(node) };
  return { ...times, ratio: round(times.sandbox.p50 / times.node.p50) };
}

async function benchAll(): Promise<void> {
  const cases = await withStations({ warm: ['plain'] }, async (openStations) => {
    const prepared: Case[] = [];
    for (const [slug, file] of files) prepared.push(await prepareCase(slug, file, openStations));
    return prepared;
  });
  const peers = await openPeers(join(folder, 'peers'));
  const site = await openSite(join(folder, 'data'));
  try {
    const report: Report = {
      machine: { cores: availableParallelism(), model: cpus()[0]?.model ?? '', node: process.version },
      ownCpu,
      problems: [],
    };
    for (const one of cases) report.problems.push(await bench(one, { site, peers }));
    process.stdout.write(`${flags.json ? JSON.stringify(report, null, 2) : tableOf(report)}\n`);
  } finally {
    await site.stop();
  }
}

async function prepareCase(slug: string, name: string, openStations: () => Promise<Stations>): Promise<Case> {
  const home = join(rootFolder, 'content/problems', slug);
  const file = join(home, 'submissions/accepted', name);
  const { problem } = await findOrPrepare(await readProblem(home), openStations);
  const source = readFileSync(file, 'utf8');
  const { groups } = problem;
  const tests = groups.flatMap((group) => group.tests).length;
  return { problem: slug, source, file, tests, groups, program: programOf(home, source, problem) };
}

type Judges = { site: BenchedSite; peers: Peer[] };

async function bench(one: Case, judges: Judges): Promise<ProblemReport> {
  const { site, peers } = judges;
  for (let warmUp = 0; warmUp < 5; warmUp += 1) await site.judge(one);
  const latency = await measureLatency(one, judges);
  const whetstone = await throughput(() => site.judge(one), inFlight);
  const perSecond: Record<string, number> = { whetstone };
  for (const peer of peers) perSecond[peer.name] = await throughput(() => judgeRightly(peer, one), lanes);
  return { problem: one.problem, tests: one.tests, latency, perSecond };
}

/** In turn, so that whatever else the machine does falls on all alike. */
async function measureLatency(one: Case, { site, peers }: Judges): Promise<Record<string, Summary>> {
  const times = new Map<string, number[]>();
  const note = (name: string, ms: number) => times.set(name, [...(times.get(name) ?? []), ms]);
  for (let run = 0; run < runs.whetstone; run += 1) {
    note('whetstone', (await timed(() => site.judge(one))).ms);
    if (run < runs.command) note('whetstone grade', (await timed(() => gradeByCommand(one))).ms);
    if (run >= runs.peer) continue;
    for (const peer of peers) await notePeer(peer, one, note);
  }
  return Object.fromEntries([...times].map(([name, column]) => [name, summarizeTimes(column)]));
}

async function notePeer(peer: Peer, one: Case, note: (name: string, ms: number) => unknown): Promise<void> {
  const { compileMs, runMs } = await judgeRightly(peer, one);
  note(peer.name, compileMs + runMs);
  note(`${peer.name} (compile)`, compileMs);
  note(`${peer.name} (run)`, runMs);
}

async function gradeByCommand({ file, problem }: Case): Promise<void> {
  await promisify(execFile)(join(rootFolder, 'bin/whetstone'), ['grade', file, '--problem', problem]);
}

/** How many a second, with so many under way at all times. */
async function throughput(act: () => Promise<unknown>, lanes: number): Promise<number> {
  const started = performance.now();
  let done = 0;
  const lane = async () => {
    while (performance.now() - started < runs.seconds * 1000) {
      await act();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return round(done / ((performance.now() - started) / 1000));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
