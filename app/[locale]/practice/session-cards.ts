import type { PracticeSettings, Queued } from '#app/_practice/plan.ts';
import { keyOf } from '#app/_practice/plan.ts';
import { queueItem } from '#app/api/v1/practice/shape.ts';
import type { SessionCard } from './session/session-state.ts';

type Known = { settings: PracticeSettings; titles: ReadonlyMap<string, string>; now: Date };

/** The cards of a queue as a session shows them; one without a title isn't taught any more. */
export function sessionCards(queue: readonly Queued[], { settings, titles, now }: Known): SessionCard[] {
  return queue.flatMap((card): SessionCard[] => {
    const { kind, slug, reps, leech, intervals } = queueItem(card, settings, now);
    const title = titles.get(keyOf(card));
    return title === undefined ? [] : [{ kind, slug, title, isNew: reps === 0, leech, intervals }];
  });
}
