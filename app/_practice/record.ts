/** Writes what happened to cards. What was acknowledged is in the log; a card's row only follows from it. */
import type { PracticeCard, PracticeEntry, Prisma, PrismaClient } from '#prisma/generated/client.ts';
import { lockOwn } from '#prisma/lock.ts';
import { putCard } from '#prisma/practice-card.ts';
import { countLog, findUnsettled, insertEntries, listLog, maxLogLength } from '#prisma/practice-entry.ts';
import { startPracticeSettings } from '#prisma/practice-settings.ts';
import type { Grade } from './grade.ts';
import { defaultSettings, keyOf } from './plan.ts';
import {
  type CardKey,
  type CardKind,
  type CardState,
  cardKinds,
  type Entry,
  type EntryAct,
  entryActs,
  replay,
} from './replay.ts';
import { setBack } from './set-back.ts';

export type CardEntry = Entry & CardKey & { points: number[] };

/** `known`: it had arrived before. `full`: the card's log holds as much as one may; it was not taken. */
export type Outcome = 'recorded' | 'known' | 'full';

type Arrival = {
  userId: string;
  entries: readonly CardEntry[];
  now: Date;
  /** Of who is here for the first time. */
  timeZone?: string | undefined;
};

/**
 * Takes entries in, each exactly once however often it is sent, and works the cards they belong to out anew: what
 * arrives late still counts at its own time. By entry's id, what became of it.
 */
export function recordEntries(db: PrismaClient, arrival: Arrival): Promise<Map<string, Outcome>> {
  return db.$transaction(async (tx) => {
    await lockOwn(tx, 'practice', arrival.userId);
    return recordLocked(tx, arrival);
  });
}

/** The same, for whoever holds the user's practice already. */
export async function recordLocked(
  tx: Prisma.TransactionClient,
  { userId, entries, now, timeZone }: Arrival,
): Promise<Map<string, Outcome>> {
  if (timeZone !== undefined)
    await startPracticeSettings(tx, { userId, ...defaultSettings, timeZone, interviewOn: null });
  const outcomes = new Map<string, Outcome>();
  for (const ofCard of Map.groupBy(setBack(entries, now), keyOf).values())
    for (const [id, outcome] of await recordForCard(tx, { userId, entries: ofCard }))
      outcomes.set(id, outcome);
  return outcomes;
}

async function recordForCard(
  tx: Prisma.TransactionClient,
  { userId, entries }: Pick<Arrival, 'userId' | 'entries'>,
): Promise<[string, Outcome][]> {
  const [first] = entries;
  if (!first) return [];
  const { kind, slug } = first;
  const card = { userId, kind, slug };
  const room = maxLogLength - (await countLog(tx, card));
  const taken = entries.slice(0, Math.max(0, room));
  const rows = taken.map((entry) => ({ userId, ...entry }));
  const written = new Set(await insertEntries(tx, rows));
  if (written.size > 0) await settleCard(tx, card);
  return entries.map(({ id }, index) => {
    if (index >= taken.length) return [id, 'full'];
    return [id, written.has(id) ? 'recorded' : 'known'];
  });
}

/** Works out the cards of a user that lack their row: of accounts that were joined. */
export async function settle(db: PrismaClient, userId: string): Promise<void> {
  if ((await findUnsettled(db, userId)).length === 0) return;
  await db.$transaction(async (tx) => {
    await lockOwn(tx, 'practice', userId);
    for (const card of await findUnsettled(tx, userId)) await settleCard(tx, { userId, ...card });
  });
}

async function settleCard(
  tx: Prisma.TransactionClient,
  card: { userId: string; kind: string; slug: string },
): Promise<void> {
  const state = replay((await listLog(tx, card)).map(toEntry));
  await putCard(tx, { ...card, ...toRow(state) });
}

/** An entry as the log keeps it, typed. */
export function toEntry({ id, act, grade, undoes, at }: PracticeEntry): Entry {
  return { id, act: requireAct(act), grade: isGrade(grade) ? grade : null, undoes, at };
}

function toRow({ memory, ...state }: CardState): Omit<PracticeCard, 'userId' | 'kind' | 'slug'> {
  return { ...state, stability: memory?.stability ?? null, difficulty: memory?.difficulty ?? null };
}

/** A card as its row keeps it, typed. */
export function toCard({
  userId: _,
  kind,
  stability,
  difficulty,
  ...state
}: PracticeCard): CardKey & CardState {
  const memory = stability === null || difficulty === null ? null : { stability, difficulty };
  return { ...state, kind: requireKind(kind), memory };
}

// The database allows no others: a constraint says so.
function requireKind(text: string): CardKind {
  const kind = cardKinds.find((known) => known === text);
  if (!kind) throw new Error(`the database holds a card of kind ${text}`);
  return kind;
}

function requireAct(text: string): EntryAct {
  const act = entryActs.find((known) => known === text);
  if (!act) throw new Error(`the database holds an entry with the act ${text}`);
  return act;
}

function isGrade(value: number | null): value is Grade {
  return value === 1 || value === 2 || value === 3 || value === 4;
}
