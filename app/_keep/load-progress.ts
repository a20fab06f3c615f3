/** All that the page of one's progress tells. */
import { addDays } from '#app/_practice/calendar.ts';
import { loadPractice } from '#app/_practice/load.ts';
import { keyOf } from '#app/_practice/plan.ts';
import { toEntry } from '#app/_practice/record.ts';
import { type CardKind, cardKinds, counted, type Entry } from '#app/_practice/replay.ts';
import { getTaught } from '#app/_practice/taught.ts';
import { publicProblem } from '#judge/api.ts';
import type { Localized } from '#judge/verdict.ts';
import { listAsked } from '#prisma/asked.ts';
import { listBookmarks } from '#prisma/bookmark.ts';
import type { PracticeEntry, PrismaClient } from '#prisma/generated/client.ts';
import { listNotes } from '#prisma/note.ts';
import { listWholeLog } from '#prisma/practice-entry.ts';
import { listCurrent } from '#prisma/problem-version.ts';
import { findOwnProgress, listSubmittedAt } from '#prisma/submission.ts';
import { type Day, firstDay, type Rhythm, rhythmOf, weeksOf } from './activity.ts';
import { knowledgeByTopic, recallNow, type Taught, type TopicKnowledge } from './knowledge.ts';

export type Progress = {
  /** Cards that were graded; how many of them would be recalled now. */
  cards: { seen: number; recalled: number };
  problems: { solved: number; all: number };
  weeks: Day[][];
  rhythm: Rhythm;
  topics: TopicKnowledge[];
  bookmarks: Named[];
  notes: (Named & { text: string; updatedAt: Date })[];
  asked: (Named & { id: string; askedOn: Date; role: string; company: string })[];
};
export type Named = { kind: CardKind; slug: string; title: Localized };

export async function loadProgress(db: PrismaClient, userId: string, now: Date): Promise<Progress> {
  const taught = await getTaught();
  const { cards, settings, plan } = await loadPractice(db, {
    userId,
    questions: taught.map(({ slug }) => slug),
    now,
  });
  const { today } = plan;
  const { timeZone } = settings;
  const since = new Date(`${addDays(firstDay(today), -1)}T00:00:00Z`);
  const [rows, submitted, progress, versions, bookmarks, notes, asked] = await Promise.all([
    listWholeLog(db, userId),
    listSubmittedAt(db, userId, since),
    findOwnProgress(db, userId),
    listCurrent(db),
    listBookmarks(db, userId),
    listNotes(db, userId),
    listAsked(db, { userId }),
  ]);
  const problems = versions.map(publicProblem);
  const solved = new Set(problems.map(({ slug }) => slug).filter((slug) => progress.get(slug) === true));
  const log = logByCard(rows);
  const titles = new Map<string, Localized>([
    ...taught.map(({ slug, title }) => [keyOf({ kind: 'question', slug }), title] as const),
    ...problems.map(({ slug, name }) => [keyOf({ kind: 'problem', slug }), name] as const),
  ]);
  const recall = recallNow(cards, now);
  const weeks = weeksOf([...gradedAt(log), ...submitted], { timeZone, today });
  return {
    cards: { seen: recall.size, recalled: [...recall.values()].reduce((sum, one) => sum + one, 0) },
    problems: { solved: solved.size, all: problems.length },
    weeks,
    rhythm: rhythmOf(weeks.flat(), today),
    topics: knowledgeByTopic({
      taught: [...taught.map(asQuestion), ...problems.map(asProblem)],
      cards,
      solved,
      log,
      moments: momentsOf(weeks, now),
    }),
    bookmarks: named(bookmarks, titles),
    notes: named(notes, titles),
    asked: named(asked, titles),
  };
}

const asQuestion = ({ slug, topics }: Omit<Taught, 'kind'>): Taught => ({ kind: 'question', slug, topics });
const asProblem = ({ slug, topics }: Omit<Taught, 'kind'>): Taught => ({ kind: 'problem', slug, topics });

function logByCard(rows: readonly PracticeEntry[]): Map<string, Entry[]> {
  return new Map(
    [...Map.groupBy(rows, ({ kind, slug }) => `${kind}/${slug}`)].map(([key, entries]) => [
      key,
      entries.map(toEntry),
    ]),
  );
}

// What a submission earned is the submission's doing, which counts for itself.
function gradedAt(log: ReadonlyMap<string, readonly Entry[]>): Date[] {
  return [...log]
    .filter(([key]) => key.startsWith('question/'))
    .flatMap(([, entries]) => counted(entries).filter(({ act }) => act === 'grade'))
    .map(({ at }) => at);
}

// Noon of each week's last day: the hour matters little to what is forgotten in weeks.
function momentsOf(weeks: readonly Day[][], now: Date): Date[] {
  const ends = weeks.slice(0, -1).flatMap((week) => week.at(-1)?.day ?? []);
  return [...ends.map((day) => new Date(`${day}T12:00:00Z`)), now];
}

/** What is still there to be led to. */
function named<Of extends { kind: string; slug: string }>(
  things: readonly Of[],
  titles: ReadonlyMap<string, Localized>,
): (Of & Named)[] {
  return things.flatMap((thing) => {
    const kind = cardKinds.find((known) => known === thing.kind);
    const title = titles.get(`${thing.kind}/${thing.slug}`);
    return kind && title ? [{ ...thing, kind, title }] : [];
  });
}
