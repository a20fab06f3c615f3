/**
 * How a judge stops:
 *
 *     serving —SIGTERM→ draining —all done→ gone
 *                          └—time is up, or a second signal→ giving back → gone
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log.ts';

export type Draining = {
  drain(): Promise<void>;
  giveBack(): Promise<void>;
  /** How long what runs may take to finish. */
  drainMs: number;
  /** A second signal. */
  insisted: Promise<void>;
  log: Log;
};

/** A database that doesn't answer is not waited for longer: leases run out by themselves. */
const giveBackMs = 5000;

/** Resolves when nothing is held any more; false where the database could not be told so. */
export async function drainWithin({ drain, giveBack, drainMs, insisted, log }: Draining): Promise<boolean> {
  const timer = new AbortController();
  const timeUp = sleep(drainMs, 'time is up', { signal: timer.signal }).catch(() => 'stopped');
  log('info', 'draining', { drainMs });
  const drained = drain().then(
    () => 'drained',
    (cause: unknown) => {
      log('warn', 'draining failed', { cause });
      return 'failed';
    },
  );
  const how = await Promise.race([drained, timeUp, insisted.then(() => 'asked twice')]);
  timer.abort();
  if (how === 'drained') {
    log('info', 'drained');
    return true;
  }
  log('warn', 'what runs goes back to the queue', { why: how });
  const given = await Promise.race([
    giveBack().then(
      () => true,
      (cause: unknown) => {
        log('error', 'nothing could be given back; leases run out by themselves', { cause });
        return false;
      },
    ),
    sleep(giveBackMs, false, { ref: false }),
  ]);
  return given;
}
