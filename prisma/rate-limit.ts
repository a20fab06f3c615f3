import type { PrismaClient } from './generated/client.ts';

export type Quota = {
  key: string;
  max: number;
  windowMs: number;
  /** How many it takes at once; one, where nothing is said. */
  uses?: number | undefined;
};

/** Which quota is used up, and when to come back: a second at least. */
export type QuotaRefusal = { key: string; retryAfterMs: number };

/**
 * Counts the uses of each quota in fixed windows shared by all site processes; or, where one of them has too few left, counts
 * nothing and answers with the one that holds longest. What one quota refuses must not use up another: else whoever
 * hammers at their own limit would take their whole class room's.
 */
export async function takeQuotas(
  db: PrismaClient,
  quotas: readonly Quota[],
  now: number,
): Promise<QuotaRefusal | null> {
  const keys = quotas.map(({ key }) => key);
  const maxima = quotas.map(({ max }) => max);
  const windows = quotas.map(({ windowMs }) => windowMs);
  const uses = quotas.map(({ uses = 1 }) => uses);
  // Of two first uses in the same moment one waits for the other by the key alone: an id of chance cannot collide.
  // Rows are locked in the order of their keys, so that two never wait for each other. A count may be lost with the
  // database's machine; waiting for the disk while the row that all share is locked would bound what all may send.
  const [answer] = await db.$queryRaw<{ key: string | null; until: bigint | null }[]>`
    with asked as (
      select * from unnest(${keys}::text[], ${maxima}::int[], ${windows}::bigint[], ${uses}::int[])
        as asked (key, most, window_ms, uses)
    ), held as (
      select key, count, "lastRequest" from rate_limit where key = any(${keys}::text[]) order by key for update
    ), refused as (
      select key, "lastRequest" + window_ms as until from held join asked using (key)
      where count + uses > most and "lastRequest" > ${now}::bigint - window_ms
      order by until desc limit 1
    ), taken as (
      insert into rate_limit as r (id, key, count, "lastRequest")
      select gen_random_uuid()::text, key, uses, ${now}::bigint from asked where not exists (select from refused) order by key
      on conflict (key) do update set (count, "lastRequest") = (
        select
          case when r."lastRequest" > ${now}::bigint - window_ms then r.count + uses else uses end,
          case when r."lastRequest" > ${now}::bigint - window_ms then r."lastRequest" else ${now}::bigint end
        from asked where asked.key = r.key
      )
    )
    select set_config('synchronous_commit', 'off', true), (select key from refused), (select until from refused)`;
  if (!answer || answer.key === null) return null;
  return { key: answer.key, retryAfterMs: Math.max(1000, Number(answer.until) - now) };
}

/** The same of a single quota. */
export function takeQuota(db: PrismaClient, quota: Quota, now: number): Promise<QuotaRefusal | null> {
  return takeQuotas(db, [quota], now);
}
