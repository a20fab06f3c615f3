import { site } from '#app/_session/site.ts';
import { judgesSeenLately } from '#prisma/judge.ts';

export const dynamic = 'force-dynamic';

type Count = { label: string; count: number };

/** Prometheus text. */
export async function GET(): Promise<Response> {
  const { db } = site();
  const byStatus = await db.$queryRaw<
    Count[]
  >`select status as label, count(*)::int as count from submission group by status`;
  const byVerdict = await db.$queryRaw<Count[]>`
    select verdict as label, count(*)::int as count from submission where verdict is not null group by verdict`;
  const [oldest] = await db.$queryRaw<{ seconds: number }[]>`
    select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds from submission where status = 'queued'`;
  const lines = [
    ...metric(
      'whetstone_submissions',
      'gauge',
      byStatus.map(({ label, count }) => [`{status="${label}"}`, count]),
    ),
    ...metric(
      'whetstone_verdicts_total',
      'counter',
      byVerdict.map(({ label, count }) => [`{verdict="${label}"}`, count]),
    ),
    ...metric('whetstone_queue_oldest_seconds', 'gauge', [['', oldest?.seconds ?? 0]]),
    ...metric('whetstone_judges', 'gauge', [['', await judgesSeenLately(db)]]),
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

function metric(name: string, type: 'gauge' | 'counter', samples: [string, number][]): string[] {
  return [`# TYPE ${name} ${type}`, ...samples.map(([labels, value]) => `${name}${labels} ${value}`)];
}
