/** Database, judge and site of one machine, started and stopped together. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDatabaseConfig } from '#prisma/config.ts';
import { migrate } from '#prisma/migrate.ts';
import { provideBubblewrap } from '../bubblewrap.ts';
import { readCommandConfig } from '../config.ts';
import { openPostgres, tenant } from '../database.ts';
import { exitCodes } from '../failure.ts';
import { generateClient } from '../prepare.ts';
import { quiet } from '../quiet.ts';
import { runProgram } from '../run-program.ts';
import { findSkipped } from '../skipped.ts';
import { step } from '../step.ts';
import { provideTensorflow } from '../tensorflow.ts';
import { openDataFolder } from './data-folder.ts';
import { createHouse, type House } from './house.ts';
import {
  type KeptService,
  keepRunning,
  littlePatience,
  muchPatience,
  type Patience,
} from './keep-running.ts';
import { addressOf, environmentOf, judgeSpec, siteSpec, type TogetherOptions } from './parts.ts';
import { requireFreePort } from './port.ts';
import type { ServiceSpec } from './service.ts';
import { installStopSwitch, type StopSwitch, untilAborted } from './stop-switch.ts';

/** What differs between serving and developing. */
export type Manner = {
  /** Arguments of Node, before the site's `--port` and `--hostname`. */
  siteArgs: string[];
  judgeArgs: string[];
  /** What the site needs before it starts. */
  prepareSite(environment: Record<string, string>, signal: AbortSignal): Promise<unknown>;
  /** Whether to show what site and judge say. */
  echo: boolean;
  nodeEnv: 'production' | 'development';
};

/** Starts everything, tells the address, and stops everything when asked to or when a part fails. */
export async function runTogether(options: TogetherOptions, manner: Manner): Promise<void> {
  const started = performance.now();
  const stop = installStopSwitch();
  const house = createHouse();
  try {
    const services = await startAll({ options, manner, house, stop });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`\nWhetstone is ready at ${addressOf(options)} (${seconds} s). Ctrl-C stops it.\n`);
    await Promise.race([untilAborted(stop.asked), ...services.map(({ failure }) => failure)]);
  } catch (error) {
    // What was being done when asked to stop fails by that.
    if (!stop.asked.aborted) throw error;
  } finally {
    // Where nothing was started the reason stands alone.
    if (house.isOpen()) await step('stop', () => house.closeAll());
  }
}

type Start = { options: TogetherOptions; manner: Manner; house: House; stop: StopSwitch };

async function startAll({ options, manner, house, stop }: Start): Promise<KeptService[]> {
  const { asked } = stop;
  const { databaseUrl: given } = readDatabaseConfig();
  const ours = tenant({ stays: true, embedded: given === undefined });
  house.open(await openDataFolder(options.data, ours, asked), (folder) => folder.release());
  await requireFreePort(options.host, options.port);
  const judging = mayJudge(await step('try the sandbox', () => provideBubblewrap(asked)));
  await provideTensorflow(asked);
  await step('generate the database client', () => generateClient(asked));
  const databaseUrl = given ?? (await openDatabase(options, house));
  await step('migrate the database', () => migrate(databaseUrl));
  asked.throwIfAborted();

  mkdirSync(join(options.data, 'logs'), { recursive: true });
  const environment = { ...environmentOf(options, databaseUrl), NODE_ENV: manner.nodeEnv };
  const described = { options, environment, echo: manner.echo };
  const launch = (spec: ServiceSpec, patience: Patience) => launchService({ spec, patience, house, stop });
  // The three wait for other things: files, the type checker's processes, a bundler.
  return allOrNone(asked, [
    (signal) => publishProblems({ options, environment, signal, judging }),
    // The site can do without a sandbox, the judge cannot.
    ...(judging ? [() => launch(judgeSpec({ ...described, args: manner.judgeArgs }), muchPatience)] : []),
    async (signal) => {
      await manner.prepareSite(environment, signal);
      return launch(siteSpec({ ...described, options, args: manner.siteArgs }), littlePatience);
    },
  ]);
}

/** Does all at once; the first failure stops the others, and is thrown when they have ended. */
async function allOrNone<T>(
  asked: AbortSignal,
  acts: ((signal: AbortSignal) => Promise<T | undefined>)[],
): Promise<T[]> {
  const failure = new AbortController();
  const signal = AbortSignal.any([asked, failure.signal]);
  const attempts = acts.map(async (act) => {
    try {
      return await act(signal);
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  });
  await Promise.allSettled(attempts);
  failure.signal.throwIfAborted();
  return (await Promise.all(attempts)).filter((result) => result !== undefined);
}

type Launch = { spec: ServiceSpec; patience: Patience; house: House; stop: StopSwitch };

async function launchService({ spec, patience, house, stop }: Launch): Promise<KeptService> {
  const { asked, insisted } = stop;
  asked.throwIfAborted();
  const service = house.open(keepRunning(spec, patience), (kept) => kept.stop(insisted));
  const aborted = untilAborted(asked).then(() => asked.throwIfAborted());
  await step(`start the ${spec.name}`, () => Promise.race([service.ready, aborted]));
  return service;
}

type Publishing = {
  options: TogetherOptions;
  environment: Record<string, string>;
  signal: AbortSignal;
  judging: boolean;
};

// In a process of its own, so that it can be stopped whatever it computes. What is published already, or was computed
// before, needs no sandbox.
async function publishProblems({ options, judging, ...how }: Publishing): Promise<undefined> {
  const args = [quiet, 'bin/whetstone.ts', 'content', 'publish', '--skip-faulty', '--data', options.data];
  const expected = judging ? [exitCodes.yes] : [exitCodes.yes, exitCodes.no];
  const said = await step('publish the problems', () =>
    runProgram(process.execPath, args, { ...how, expected }),
  );
  const waiting = [...said.matchAll(/^(\S+): waiting$/gm)].map(([, slug]) => slug);
  if (waiting.length > 0)
    console.error(`  Not published before they can be computed in a sandbox: ${waiting.join(', ')}`);
  for (const { slug, why } of findSkipped(said))
    console.error(
      `\n  ! ${slug} is faulty and left as it was: ${why}. \`whetstone problem verify ${slug}\` tells all.`,
    );
}

async function openDatabase(options: TogetherOptions, house: House): Promise<string> {
  const postgres = await step('start Postgres', () => openPostgres(options));
  house.open(postgres, ({ stop }) => stop());
  return postgres.url;
}

function mayJudge(trouble: string | null): boolean {
  if (trouble === null) return true;
  const { weakSandbox } = readCommandConfig();
  console.error(`\n  Submissions cannot be confined here: ${trouble}`);
  console.error(
    weakSandbox
      ? '  They are run all the same, as WHETSTONE_WEAK_SANDBOX=1 asks. Let in only whom you trust with this machine.\n'
      : '  So the judge is not started: submissions wait in the queue, and problems that have yet to be computed are not published. Remedy that and start again; or, where all who submit are trusted with this machine, set WHETSTONE_WEAK_SANDBOX=1.\n',
  );
  return weakSandbox;
}
