/** What can be done with a mock interview. Its rows are the truth; whoever writes one holds it meanwhile. */
import { createHash } from 'node:crypto';
import type { PrismaClient } from '#prisma/generated/client.ts';
import {
  findMock,
  type ItemChange,
  insertEvent,
  insertMock,
  lockMock,
  maxEvents,
  setMockEnd,
  updateItem,
  type WholeMock,
} from '#prisma/mock.ts';
import { type CardEntry, recordEntries } from '../_practice/record.ts';
import { readCatalogue } from './catalogue.ts';
import { type Clock, judgeAct, type LaterAct } from './clock.ts';
import { composeMock, type MockChoice } from './compose.ts';
import type { ItemKind } from './item-kinds.ts';
import type { CheckAnswer } from './mark-check.ts';
import { clockOf, finishedItems, requireKind } from './read-mock.ts';
import { gradeOf } from './report.ts';

type Begin = { userId: string; choice: MockChoice; seed: number; now: Date };

/** Puts one together and starts its clock; undefined where there is nothing to ask. */
export async function startMock(
  db: PrismaClient,
  { userId, choice, seed, now }: Begin,
): Promise<{ id: string } | undefined> {
  const items = composeMock(await readCatalogue(db, { userId, now }), choice, seed);
  if (items.length === 0) return undefined;
  const { minutes, topics, level } = choice;
  return insertMock(db, {
    userId,
    minutes,
    topics: [...topics],
    level,
    seed,
    startedAt: now,
    items: items.map((item, place) => ({ ...item, place })),
  });
}

type Act = { act: LaterAct; place: number | null };

/** Acts on the clock. `refused`: it is over, or its time is and this would begin something else. */
export async function actOnMock(
  db: PrismaClient,
  { id, now, ...act }: Act & { id: string; now: Date },
): Promise<{ outcome: 'done' | 'refused'; clock: Clock } | undefined> {
  const acted = await db.$transaction(async (tx) => {
    const mock = await lockMock(tx, id);
    if (!mock) return undefined;
    const last = mock.events.at(-1)?.at ?? now;
    // Several sites' clocks differ by a little: none may put an event before the last.
    const at = last > now ? last : now;
    const verdict = judgeAct(clockOf(mock, at), act, mock.minutes);
    const seq = mock.events.length;
    const full = seq >= maxEvents && act.act !== 'finish';
    if (verdict === 'refused' || full) return { outcome: 'refused' as const, mock, at };
    if (verdict === 'same') return { outcome: 'done' as const, mock, at };
    const event = { mockId: id, seq, act: act.act, place: act.act === 'go' ? act.place : null, at };
    await insertEvent(tx, event);
    return { outcome: 'done' as const, mock: { ...mock, events: [...mock.events, event] }, at };
  });
  if (!acted) return undefined;
  await settleMock(db, acted.mock, acted.at);
  return { outcome: acted.outcome, clock: clockOf(acted.mock, acted.at) };
}

export type Told = {
  notes?: string | undefined;
  revealed?: true | undefined;
  points?: number[] | undefined;
  answer?: CheckAnswer | undefined;
};

/**
 * Keeps what was done about an item. Once the interview is over only notes are taken, so that nothing that was typed is
 * lost on its way; marks aren't, since the report has counted them.
 */
export async function changeItem(
  db: PrismaClient,
  { id, place, told, now }: { id: string; place: number; told: Told; now: Date },
): Promise<'changed' | 'refused' | 'unfit' | 'missing'> {
  return db.$transaction(async (tx) => {
    const mock = await lockMock(tx, id);
    const item = mock?.items[place];
    if (!mock || !item) return 'missing';
    if (!fits(requireKind(item.kind), told)) return 'unfit';
    if (marks(told) && clockOf(mock, now).state === 'over') return 'refused';
    const { notes, revealed, points, answer } = told;
    const change: ItemChange = {
      ...(notes !== undefined && { notes }),
      ...(revealed && !item.revealedAt && { revealedAt: now }),
      ...(points && { points: [...new Set(points)].sort((a, b) => a - b) }),
      ...(answer && { answer }),
    };
    await updateItem(tx, { mockId: id, place }, change);
    return 'changed';
  });
}

/** A check is answered, everything else looked at. */
function fits(kind: ItemKind, { revealed, points, answer }: Told): boolean {
  return kind === 'check' ? points === undefined && revealed === undefined : answer === undefined;
}

function marks({ revealed, points, answer }: Told): boolean {
  return revealed !== undefined || points !== undefined || answer !== undefined;
}

/** The mock of an id, settled where it is over. */
export async function openMock(db: PrismaClient, id: string, now: Date): Promise<WholeMock | undefined> {
  const mock = await findMock(db, id);
  return mock && (await settleMock(db, mock, now));
}

/**
 * Writes down that one is over and gives its grades to the practice log: by whoever sees it first, and again by whoever
 * comes after one that stopped half-way. An entry's id follows from mock and question, so the log takes each once.
 */
export async function settleMock(db: PrismaClient, mock: WholeMock, now: Date): Promise<WholeMock> {
  if (mock.fedAt) return mock;
  const { finishedAt } = clockOf(mock, now);
  if (!finishedAt) return mock;
  if (!mock.finishedAt) await setMockEnd(db, mock.id, { finishedAt });
  // Read again: what was marked until the end is in it.
  const ended = await findMock(db, mock.id);
  if (!ended) return mock;
  const entries = await entriesOf(ended, finishedAt);
  if (entries.length > 0) await recordEntries(db, { userId: ended.userId, entries, now });
  await setMockEnd(db, mock.id, { fedAt: now });
  return { ...ended, fedAt: now };
}

async function entriesOf(mock: WholeMock, finishedAt: Date): Promise<CardEntry[]> {
  const items = await finishedItems(mock);
  return items.flatMap((item): CardEntry[] => {
    const grade = gradeOf(item);
    if (grade === null || item.kind !== 'question') return [];
    const { slug, place } = item;
    const at = mock.items[place]?.revealedAt ?? finishedAt;
    const points = [...item.named];
    return [
      { id: entryId(mock.id, slug), kind: 'question', slug, act: 'grade', grade, undoes: null, points, at },
    ];
  });
}

/** A uuid (version 8: made as we like) that is the same for the same mock and question. */
export function entryId(mockId: string, slug: string): string {
  const hex = createHash('sha256').update(`mock ${mockId} ${slug}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
