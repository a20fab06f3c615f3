import type { Task } from 'graphile-worker';
import type { Log } from './log.ts';
import { queues, type TaskName } from './priority.ts';
import { openQueue } from './queue.ts';

/** What is done with a job's payload, by task. A task without a handler stays in the queue. */
export type Handlers = Partial<Record<TaskName, Task>>;

export type Slots = {
  /** The names that jobs are locked in for any of these slots. */
  names(): string[];
  /** Takes nothing new and waits for what runs. */
  stop(): Promise<void>;
};

type SlotOptions = { databaseUrl: string; concurrency: number; handlers: Handlers; log: Log };

/**
 * Takes jobs, `concurrency` at a time (two or more). One slot takes what people wait for and nothing else, so that no
 * rejudging and no batch ever holds all of them; the others take whatever comes first.
 */
export async function openSlots({ handlers, concurrency, ...options }: SlotOptions): Promise<Slots> {
  const { task } = queues.interactive;
  const kept = await openQueue({
    ...options,
    concurrency: 1,
    taskList: Object.fromEntries(Object.entries(handlers).filter(([name]) => name === task)),
  });
  const shared = await openQueue({ ...options, concurrency: concurrency - 1, taskList: handlers });
  return {
    names: () => [...kept.names(), ...shared.names()],
    async stop() {
      await Promise.all([kept.stop(), shared.stop()]);
    },
  };
}
