import { dayOf } from '#app/_practice/calendar.ts';
import type { Practice } from '#app/_practice/load.ts';
import { type Card, intervalsOf, type PracticeSettings, type Queued } from '#app/_practice/plan.ts';
import { isLeech } from '#app/_practice/replay.ts';

/** A card of a queue, with what each grade would make of it now. */
export function queueItem({ kind, slug, dueOn, ...card }: Queued, settings: PracticeSettings, now: Date) {
  const { reps, lapses } = card;
  const intervals = intervalsOf({ ...card }, settings, now);
  return { kind, slug, dueOn, leech: isLeech(card), reps, lapses, intervals };
}

/** Until when a card is set aside; undefined where it isn't. */
export function asideUntil(
  { suspended, buriedAt }: Card,
  { today, timeZone }: { today: string; timeZone: string },
): 'tomorrow' | 'resumed' | undefined {
  if (suspended) return 'resumed';
  return buriedAt !== null && dayOf(buriedAt, timeZone) === today ? 'tomorrow' : undefined;
}

export function practiceJson({ cards, settings, plan }: Practice, now: Date) {
  const { today, queue, done, beyond, ahead } = plan;
  const { timeZone } = settings;
  return {
    today,
    settings,
    queue: queue.map((card) => queueItem(card, settings, now)),
    done,
    beyond,
    ahead,
    setAside: cards.flatMap((card) => {
      const until = asideUntil(card, { today, timeZone });
      return until === undefined ? [] : [{ kind: card.kind, slug: card.slug, until }];
    }),
  };
}
