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
  const [queue] = await db.$queryRaw<{ depth: number }[]>`
    select count(*)::int as depth from graphile_worker.jobs where task_identifier = 'grade'`;
  const [oldest] = await db.$queryRaw<{ seconds: number }[]>`
    select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as seconds from submission where status = 'queued'`;
  const lines = [
    ...metric(
      'whetstone_submissions',
      byStatus.map(({ label, count }) => [`{status="${label}"}`, count]),
    ),
    ...metric(
      'whetstone_verdicts',
      byVerdict.map(({ label, count }) => [`{verdict="${label}"}`, count]),
    ),
    ...metric('whetstone_queue_depth', [['', queue?.depth ?? 0]]),
    ...metric('whetstone_queue_oldest_seconds', [['', oldest?.seconds ?? 0]]),
    ...metric('whetstone_judges', [['', await judgesSeenLately(db)]]),
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

// Gauges alone: whoever deletes their account takes their submissions along.
function metric(name: string, samples: [string, number][]): string[] {
  return [`# TYPE ${name} gauge`, ...samples.map(([labels, value]) => `${name}${labels} ${value}`)];
}
