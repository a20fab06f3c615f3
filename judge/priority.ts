/**
 * In which order the queue is taken: the lowest priority first, and among equals the oldest. Imports nothing.
 *
 * People at their desks come before rejudging, rejudging before batches. Within each, whoever has something pending
 * already comes after those who have less: my second submission waits for everyone's first.
 */
export const queues = {
  interactive: { task: 'grade', base: 0 },
  rejudge: { task: 'regrade', base: 10_000 },
  batch: { task: 'grade-batch', base: 20_000 },
} as const;

export type QueueName = keyof typeof queues;
export type TaskName = (typeof queues)[QueueName]['task'];

// The queue's column is a smallint, which three bands of ten thousand fit in.
const band = 10_000;

/** The priority of one more job whose owner has `pending` submissions that are not done. */
export function priorityOf(queue: QueueName, pending: number): number {
  return queues[queue].base + Math.min(pending, band - 1);
}
