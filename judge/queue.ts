import { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { openPool } from '#prisma/client.ts';
import type { Log } from './log.ts';

/** Jobs taken from the queue, whatever becomes of the database meanwhile. */
export type Queue = {
  /** The names that jobs are locked in. A job in any other name is nobody's ({@link file://../prisma/judge.ts}). */
  names(): readonly string[];
  /** Takes nothing new and waits for what runs. */
  stop(): Promise<void>;
};

export type QueueOptions = { databaseUrl: string; concurrency: number; taskList: TaskList; log: Log };

const againMs = 1000;

/**
 * Takes jobs until stopped. Throws where the database can't be had at first.
 *
 * taking → a query of the queue's own failed → what runs is finished → taking in a new name
 *
 * Where such a query failed nobody knows what the database did: it may have given a job out that never arrived here, or
 * kept one as running that is finished. Both stay locked in the old name, and nobody has that name any more.
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { log } = options;
  const stopping = new AbortController();
  let line: Line | undefined = await openLine(options);

  const reopen = async (): Promise<Line | undefined> => {
    while (!stopping.signal.aborted) {
      try {
        return await openLine(options);
      } catch (cause) {
        log('warn', 'the queue cannot be reached', { cause });
        await sleep(againMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return undefined;
  };
  const keepOpen = async () => {
    while (line) {
      await Promise.race([line.trouble, untilAborted(stopping.signal)]);
      await line.close();
      if (!stopping.signal.aborted) log('warn', 'the queue met trouble and is taken up anew');
      line = await reopen();
    }
  };
  const kept = keepOpen();
  return {
    names: () => line?.names ?? [],
    async stop() {
      stopping.abort();
      await kept;
    },
  };
}

type Line = {
  names: readonly string[];
  /** Settles when a query of the queue's own has failed, or when it gave up. */
  trouble: Promise<unknown>;
  close(): Promise<void>;
};

const ownTroubles = [
  'worker:getJob:error',
  'pool:listen:error',
  'pool:fatalError',
  'worker:fatalError',
] as const;

async function openLine({ databaseUrl, concurrency, taskList, log }: QueueOptions): Promise<Line> {
  const events: WorkerEvents = new EventEmitter();
  const names: string[] = [];
  // Jobs are locked in the name of the pool, or of a worker where there is no local queue.
  events.on('pool:create', ({ workerPool }) => names.push(workerPool.id));
  events.on('worker:create', ({ worker }) => names.push(worker.workerId));
  const failed = Promise.race(
    ownTroubles.map((name) => new Promise<void>((resolve) => events.once(name, () => resolve()))),
  );
  const pgPool = openPool(databaseUrl, { max: concurrency + 2, stream: socketOfFewWords });
  try {
    const runner = await run({
      pgPool,
      concurrency,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') log('warn', message, { from: 'queue' });
      }),
      events,
      taskList,
      // Told in batches, an end that can't be told is an event; told one by one it is a rejection that ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    const ended = runner.promise.catch(() => undefined);
    return {
      names,
      trouble: Promise.race([failed, ended]),
      async close() {
        // Rejects where it has ended by itself.
        await runner.stop().catch(() => undefined);
        await ended;
        await pgPool.end();
      },
    };
  } catch (cause) {
    await pgPool.end();
    throw cause;
  }
}

/**
 * After errors with certain codes graphile-worker waits by itself, longer each time, up to three minutes, and whoever
 * wants to stop it waits, too. An error without a code is told at once.
 */
function socketOfFewWords(): Socket {
  return new Socket().on('error', (error: NodeJS.ErrnoException) => {
    Object.assign(error, { code: undefined });
  });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
