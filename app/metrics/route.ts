import { mayScrape } from '#app/_session/may-scrape.ts';
import { site } from '#app/_session/site.ts';
import { siteMeters } from '#app/_session/site-meters.ts';
import { contentType, createRegistry } from '#judge/exposition.ts';
import { type Census, takeCensus } from '#prisma/census.ts';

export const dynamic = 'force-dynamic';

/** Prometheus text: what this process counts of itself, and what the database knows. */
export async function GET(request: Request): Promise<Response> {
  // What is there for some is not there for others.
  if (!mayScrape(request.headers, site().metricsToken)) return new Response('not found\n', { status: 404 });
  const text = siteMeters().registry.text() + census(await recentCensus());
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}

const patienceMs = 2000;
/** Several scrapers ask the database once. */
const freshMs = 2000;

let taken: { at: number; census: Promise<Census | undefined> } | undefined;

/** Undefined where the database does not answer in time; what the process itself counts is told all the same. */
async function recentCensus(): Promise<Census | undefined> {
  if (!taken || performance.now() - taken.at > freshMs) {
    const census = takeCensus(site().db).catch(() => undefined);
    const mine = { at: performance.now(), census };
    taken = mine;
    // A database that hangs is asked once, not by every scrape.
    mine.at = Number.POSITIVE_INFINITY;
    void census.then(() => {
      mine.at = performance.now();
    });
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  const census = await Promise.race([taken.census, late]);
  clearTimeout(timer);
  return census;
}

const statuses = ['queued', 'compiling', 'running'];

function census(known: Census | undefined): string {
  const { gauge, text } = createRegistry();
  gauge('whetstone_database_up', 'Whether the database answered.', () => [{ value: known ? 1 : 0 }]);
  if (!known) return text();
  const { queue, pending, judges, submissions } = known;
  // Kinds that have nothing to do are gone from the table; the one that matters is told as zero.
  const kinds = queue.some(({ kind }) => kind === 'grade')
    ? queue
    : [{ kind: 'grade', waiting: 0, running: 0, oldestSeconds: 0 }, ...queue];
  gauge('whetstone_queue_jobs', 'Jobs in the queue by kind and state.', () =>
    kinds.flatMap(({ kind, waiting, running }) => [
      { labels: { kind, state: 'waiting' }, value: waiting },
      { labels: { kind, state: 'running' }, value: running },
    ]),
  );
  gauge('whetstone_queue_oldest_seconds', 'How long the oldest job that waits has been due, by kind.', () =>
    kinds.map(({ kind, oldestSeconds }) => ({ labels: { kind }, value: oldestSeconds })),
  );
  gauge('whetstone_submissions_pending', 'Submissions that are not done, by status.', () =>
    statuses.map((status) => ({
      labels: { status },
      value: pending.find((one) => one.status === status)?.count ?? 0,
    })),
  );
  gauge('whetstone_submissions_stored', 'Submissions in the database, by its own estimate.', () => [
    { value: submissions },
  ]);
  gauge('whetstone_judges', 'Judges seen lately.', () => [{ value: judges }]);
  return text();
}
