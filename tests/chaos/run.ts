/**
 * Submissions of mixed kinds while judges are killed, Postgres is stopped and started and a site restarts.
 *
 * What is done to the parts hangs on how many have their verdict, not on the clock, so that a slow machine meets it too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rootFolder } from '#bin/config.ts';
import { readProblems } from '#content/read-problem.ts';
import { countJudges, countOpen, installAudit, readRemains } from './audit.ts';
import { submitAndFollow } from './client.ts';
import { type Planned, planOf } from './plan.ts';
import { type ChaosOptions, type ChaosReport, type Done, type Outcome, reportOf } from './report.ts';
import { seededRandom } from './seeded-random.ts';
import { type Stage, setStage } from './stage.ts';

/** How long Postgres stays away. */
const downMs = 3000;

export async function runChaos(options: ChaosOptions, say: (line: string) => void): Promise<ChaosReport> {
  const { seed, submissions, clients, judges } = options;
  const packages = await readProblems(join(rootFolder, 'content'));
  const plan = planOf(packages, { count: submissions, seed });
  // Twenty a minute each; with trouble a submission is sent more than once.
  const stage = await setStage({ judges, people: Math.max(20, Math.ceil(submissions / 5)) });
  try {
    await installAudit(stage.databaseUrl);
    const started = Date.now();
    const { outcomes, done } = await act(stage, { options, plan, clients, say });
    const seconds = (Date.now() - started) / 1000;
    say(`all are told (${seconds.toFixed(0)} s); waiting for what nobody was told of`);
    await until(async () => (await countOpen(stage.databaseUrl)) === 0, 60_000);
    await stage.judges.allReady();
    // One that was killed is missed by the others after some seconds, and they clear up what it left in the database.
    await until(async () => (await countJudges(stage.databaseUrl)) === judges, 60_000);
    await stage.judges.stop();
    const left = await untilNothingIsLeft(stage);
    return reportOf({
      options,
      seconds,
      outcomes,
      done,
      remains: await readRemains(stage.databaseUrl),
      left,
      judges: stage.judges.counts(),
      log: readFileSync(stage.judgeLog, 'utf8'),
    });
  } finally {
    await stage.close();
  }
}

type Acting = {
  options: ChaosOptions;
  plan: readonly Planned[];
  clients: number;
  say: (line: string) => void;
};

async function act(
  stage: Stage,
  { options, plan, clients, say }: Acting,
): Promise<{ outcomes: Outcome[]; done: Done }> {
  const outcomes: Outcome[] = [];
  const over = new AbortController();
  const patience = AbortSignal.timeout(options.patienceMs);
  const signal = AbortSignal.any([over.signal, patience]);
  let turn = 0;
  const sites = { next: () => stage.sites[turn++ % stage.sites.length] ?? '', signal };
  const waiting = plan.values();
  const lane = async () => {
    for (const planned of waiting) {
      const submitter = stage.submitters[planned.index % stage.submitters.length];
      if (!submitter) throw new Error('nobody is there to submit');
      try {
        const { problem, source } = planned;
        outcomes.push({ planned, told: await submitAndFollow({ problem, source }, submitter, sites) });
      } catch (cause) {
        outcomes.push({ planned, failure: String(cause) });
      }
    }
  };
  const killing = killJudges(stage, { options, signal });
  const interrupting = interrupt(stage, { options, signal, toldOf: () => outcomes.length, say });
  await Promise.all(Array.from({ length: clients }, lane));
  over.abort();
  await killing;
  return { outcomes, done: await interrupting };
}

async function killJudges(
  { judges }: Stage,
  { options, signal }: { options: ChaosOptions; signal: AbortSignal },
): Promise<void> {
  const random = seededRandom(options.seed + 1);
  while (!signal.aborted) {
    await sleep(options.killEveryMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) judges.killOne((count) => Math.floor(random() * count));
  }
}

type Interrupting = {
  options: ChaosOptions;
  signal: AbortSignal;
  toldOf: () => number;
  say: (line: string) => void;
};

async function interrupt(stage: Stage, { options, signal, toldOf, say }: Interrupting): Promise<Done> {
  const { postgresStops, siteRestarts, submissions } = options;
  const stops = postgresStops.map((how) => async () => {
    say(`${toldOf()} told; Postgres is stopped (${how})`);
    await stage.interruptPostgres(how, downMs);
    done.postgresStops += 1;
    say('Postgres is back');
  });
  const restart = async () => {
    say(`${toldOf()} told; a site restarts`);
    await stage.restartSite();
    done.siteRestarts += 1;
  };
  const done: Done = { postgresStops: 0, siteRestarts: 0 };
  const [first, ...others] = stops;
  const acts = [first, siteRestarts ? restart : undefined, ...others].filter((each) => each !== undefined);
  for (const [index, one] of acts.entries()) {
    const at = ((index + 1) * submissions) / (acts.length + 1);
    while (toldOf() < at && !signal.aborted) await sleep(50);
    if (!signal.aborted) await one();
  }
  return done;
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (Date.now() < end && !(await holds())) await sleep(200);
}

/** The kernel takes a moment for what was killed last. */
async function untilNothingIsLeft({ judges }: Stage): Promise<ReturnType<Stage['judges']['left']>> {
  for (let looks = 0; looks < 100; looks += 1) {
    const { processes, groups } = judges.left();
    if (processes === 0 && groups.length === 0) break;
    await sleep(100);
  }
  return judges.left();
}
