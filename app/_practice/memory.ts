/**
 * How long something is remembered, by FSRS. The only place that loads ts-fsrs, which adds methods to `Date.prototype`.
 * Its model of memory is used as it is, its calendar is not: what is due is a question of the user's days.
 */
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { Grade } from './grade.ts';

/** `stability`: days until it is recalled in nine of ten cases; `difficulty`: 1 to 10. */
export type Memory = { stability: number; difficulty: number };

/** What a grade makes of a memory, and after how many days it is asked again. */
export type Step = { memory: Memory; intervalDays: number };

// Without short-term steps whatever was forgotten comes back on the next day, not in ten minutes.
const model = new FSRSAlgorithm(
  generatorParameters({ request_retention: 0.9, enable_short_term: false, enable_fuzz: false }),
);

/**
 * What each grade would lead to, `elapsedDays` after the last one; null before the first. A better grade always waits
 * longer, as in ts-fsrs's own long-term scheduler.
 */
export function stepsFrom(memory: Memory | null, elapsedDays: number): Record<Grade, Step> {
  const next = (grade: Grade) => model.next_state(memory, elapsedDays, grade);
  const [again, hard, good, easy] = [next(1), next(2), next(3), next(4)];
  const daysOf = ({ stability }: Memory): number => model.next_interval(stability, elapsedDays);
  const againDays = Math.min(daysOf(again), daysOf(hard));
  const hardDays = Math.max(daysOf(hard), againDays + 1);
  const goodDays = Math.max(daysOf(good), hardDays + 1);
  const easyDays = Math.max(daysOf(easy), goodDays + 1);
  return {
    1: { memory: again, intervalDays: againDays },
    2: { memory: hard, intervalDays: hardDays },
    3: { memory: good, intervalDays: goodDays },
    4: { memory: easy, intervalDays: easyDays },
  };
}

/** How likely something is recalled `elapsedDays` after its last grade, 0 to 1. */
export function recallOf({ stability }: Memory, elapsedDays: number): number {
  return model.forgetting_curve(elapsedDays, stability);
}
