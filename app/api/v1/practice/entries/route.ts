import type { z } from 'zod';
import { type CardEntry, recordEntries } from '#app/_practice/record.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { site } from '#app/_session/site.ts';
import { requireQuota } from '#app/api/_http/require-quota.ts';
import { readBody, requireWriter, route } from '#app/api/_http/route.ts';
import { isPublished } from '#prisma/problem-version.ts';
import { maxBodyBytes, practiceBody } from '../../schemas.ts';

/**
 * A hand grades one at a time; what was graded within some weeks without a network comes a hundred at a time. Each may
 * have a card's whole log replayed, 10 ms where that is as long as it can be.
 */
const entriesPerMinute = 600;

export const POST = route(async ({ request }) => {
  const user = await requireWriter(request);
  const { entries, timeZone } = await readBody(request, practiceBody, maxBodyBytes);
  await requireQuota([{ key: `practice:user:${user.id}`, max: entriesPerMinute, uses: entries.length }]);
  const { db } = site();
  const isKnown = await openCards(entries);
  const known = entries.filter(isKnown).map(toEntry);
  const recorded = await recordEntries(db, { userId: user.id, entries: known, now: new Date(), timeZone });
  const outcomes = entries.map(({ id }) => ({ id, outcome: recorded.get(id) ?? 'unknown-card' }));
  return Response.json({ outcomes });
});

type Claimed = z.infer<typeof practiceBody>['entries'][number];

/** Tells whether there is what an entry speaks of: else anyone could keep anything in a log. */
async function openCards(entries: readonly Claimed[]): Promise<(entry: Claimed) => boolean> {
  const questions = new Set((await getTaught()).map(({ slug }) => slug));
  const named = new Set(entries.filter(({ kind }) => kind === 'problem').map(({ slug }) => slug));
  const { db } = site();
  const problems = new Set<string>();
  for (const slug of named) if (await isPublished(db, slug)) problems.add(slug);
  return ({ kind, slug }) => (kind === 'question' ? questions : problems).has(slug);
}

function toEntry(claimed: Claimed): CardEntry {
  const { id, kind, slug, act } = claimed;
  return {
    id,
    kind,
    slug,
    act,
    at: new Date(claimed.at),
    grade: claimed.act === 'grade' ? claimed.grade : null,
    points: claimed.act === 'grade' ? claimed.points : [],
    undoes: claimed.act === 'undo' ? claimed.undoes : null,
  };
}
