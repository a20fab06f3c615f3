import type { PrismaClient } from '#prisma/generated/client.ts';
import { listWaiting } from '#prisma/waiting.ts';

/** Where submissions stand in the queue. */
export type Places = {
  /** How many are taken before this one as things stand; null where it doesn't wait, or far too many do. */
  aheadOf(id: string): Promise<number | null>;
};

/** All who wait are told from one look at the queue: a thousand of them cost a query a second, not a thousand. */
const lookEveryMs = 1000;

export function openPlaces(db: PrismaClient, now: () => number): Places {
  let looked = Number.NEGATIVE_INFINITY;
  let places: Promise<Map<string, number>> = Promise.resolve(new Map());
  return {
    async aheadOf(id) {
      if (now() - looked >= lookEveryMs) {
        looked = now();
        places = listWaiting(db).then((ids) => new Map(ids.map((waiting, place) => [waiting, place])));
      }
      return (await places).get(id) ?? null;
    },
  };
}
