/** The judge process: configuration → stations → queue; SIGTERM and SIGINT drain it, a second one hurries. */
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '#prisma/client.ts';
import { openCompiler } from './compile.ts';
import { readJudgeConfig } from './config.ts';
import { drainWithin } from './drain.ts';
import { jsonLog } from './log.ts';
import { createMeters, meterStations } from './meters.ts';
import { openObserver } from './observer.ts';
import { openReferenceEngine } from './reference.ts';
import { openSandboxPool } from './sandbox.ts';
import { type ServingJudge, serve } from './serve.ts';

const config = readJudgeConfig();
const { databaseUrl, concurrency, judgeId, weakSandbox, backend, cacheDir, listen, metricsToken } = config;
const log = jsonLog(process.stderr, {
  level: config.logLevel,
  always: { service: 'judge', judge: judgeId },
});

const asked = signal();
const insisted = asked.then(signal);

const meters = createMeters();
const db = openDatabase(databaseUrl);
const [compiler, sandboxes, reference] = await Promise.all([
  openCompiler({ size: concurrency, weakSandbox, onRecycle: meters.recycled }),
  openSandboxPool({ size: concurrency + 1, weakSandbox, cacheDir, onKill: meters.killed }),
  openReferenceEngine({ weakSandbox, cacheDir, backend, log }),
]);

let judge: ServingJudge | undefined;
let draining = false;
const seenAt = () => judge?.seenAt() ?? -performance.timeOrigin;
const ready = () => Object.values(readiness()).every(Boolean);
meterStations(meters, { compiler, sandboxes, seenAt, ready });
const observer =
  listen && (await openObserver({ ...listen, registry: meters.registry, metricsToken, checks: readiness }));
judge = await serve(
  { compiler, sandboxes, reference },
  { db, databaseUrl, judgeId, concurrency, log, meters },
);
process.stdout.write('judge: ready\n');
log('info', 'ready', { concurrency, ...(observer && { port: observer.port }) });
// Now, not before it was ready: a backend that computes wrongly is left before a submission needs it.
reference.conformance().then(
  ({ backend, device, ms }) => log('info', 'reference engine', { backend, device, ms }),
  (cause: unknown) => log('warn', 'reference engine', { cause }),
);

await asked;
draining = true;
const { drain, giveBack } = judge;
const clean = await drainWithin({ drain, giveBack, drainMs: config.drainMs, insisted, log });
await Promise.all([compiler.close(), sandboxes.close(), reference.close(), observer?.close()]);
await Promise.race([db.$disconnect(), setTimeout(1000)]);
log('info', 'gone', { clean });
// Jobs that were given back still run here, against guests that are dead.
process.exit(clean ? 0 : 1);

function readiness(): Record<string, boolean> {
  // Two signs of life and a half.
  const databaseMs = 5000;
  return {
    serving: judge !== undefined && !draining,
    database: performance.now() - seenAt() < databaseMs,
    sandbox: Object.values(sandboxes.state()).every(({ warm, inUse }) => warm + inUse > 0),
    checker: compiler.state().alive > 0,
  };
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve());
  });
}
