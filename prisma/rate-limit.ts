import type { PrismaClient } from './generated/client.ts';

export type Quota = { key: string; max: number; windowMs: number };

/** Counts one use in a fixed window, shared by all site processes; null where it is allowed, else when to come back. */
export async function takeQuota(
  db: PrismaClient,
  { key, max, windowMs }: Quota,
  now: number,
): Promise<{ retryAfterMs: number } | null> {
  const [row] = await db.$queryRaw<{ count: number; lastRequest: bigint }[]>`
    insert into rate_limit as r (id, key, count, "lastRequest") values (${key}, ${key}, 1, ${now}::bigint)
    on conflict (key) do update set
      count = case when r."lastRequest" <= ${now}::bigint - ${windowMs}::bigint then 1 else r.count + 1 end,
      "lastRequest" = case when r."lastRequest" <= ${now}::bigint - ${windowMs}::bigint then ${now}::bigint else r."lastRequest" end
    returning count, "lastRequest"`;
  if (!row || row.count <= max) return null;
  return { retryAfterMs: Math.max(1000, Number(row.lastRequest) + windowMs - now) };
}
