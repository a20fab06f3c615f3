import type { Note, Prisma, PrismaClient } from './generated/client.ts';
import { lockOwn } from './lock.ts';

type Db = PrismaClient | Prisma.TransactionClient;
type CardRef = { userId: string; kind: string; slug: string };

/** Code points of a note. One that accounts brought together may be longer, and is then only made shorter. */
export const maxNoteLength = 20_000;

const maxNotes = 1000;

export type NoteText = Pick<Note, 'text' | 'revision' | 'updatedAt'>;

export async function findNote(db: Db, { userId, kind, slug }: CardRef): Promise<NoteText | undefined> {
  const where = { userId_kind_slug: { userId, kind, slug } };
  const select = { text: true, revision: true, updatedAt: true } as const;
  return (await db.note.findUnique({ where, select })) ?? undefined;
}

type NewText = CardRef & {
  text: string;
  /** What was there when it was written; null where nothing was. */
  revision: string | null;
};

/** `changed`: something else stands there meanwhile, and nothing was written. */
export type SavedNote =
  | { kind: 'saved'; note: NoteText | undefined }
  | { kind: 'changed' }
  | { kind: 'too-long' };

/** Writes a note, or, empty, takes it away, if what stands there is still what its writer saw. */
export async function saveNote(
  db: PrismaClient,
  { userId, kind, slug, text, revision }: NewText,
): Promise<SavedNote> {
  const card = { userId, kind, slug };
  return db.$transaction(async (tx) => {
    await lockOwn(tx, 'note', userId);
    const before = await findNote(tx, card);
    // Also where the answer to the same text was lost.
    if ((before?.text ?? '') === text) return { kind: 'saved', note: before };
    if ((before?.revision ?? null) !== revision) return { kind: 'changed' };
    if (lengthOf(text) > Math.max(maxNoteLength, lengthOf(before?.text ?? ''))) return { kind: 'too-long' };
    await tx.note.deleteMany({ where: card });
    if (text === '') return { kind: 'saved', note: undefined };
    const { revision: made, updatedAt } = await tx.note.create({ data: { ...card, text } });
    return { kind: 'saved', note: { text, revision: made, updatedAt } };
  });
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** A user's notes, those changed last first. */
export async function listNotes(db: Db, userId: string): Promise<Note[]> {
  return db.note.findMany({
    where: { userId },
    orderBy: [{ updatedAt: 'desc' }, { kind: 'asc' }, { slug: 'asc' }],
    take: maxNotes,
  });
}

/** A page of a user's notes, by their revision. */
export async function listWholeNotes(
  db: Db,
  { userId, after, count }: { userId: string; after: string | undefined; count: number },
): Promise<Note[]> {
  return db.note.findMany({
    where: { userId, ...(after !== undefined && { revision: { gt: after } }) },
    orderBy: { revision: 'asc' },
    take: count,
  });
}

/** Gives an anonymous account's notes to another; where both wrote on the same, one stands below the other. */
export async function moveNotes(tx: Prisma.TransactionClient, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    update note n set text = n.text || E'\\n\\n---\\n\\n' || o.text, revision = gen_random_uuid(), updated_at = now()
    from note o
    where n.user_id = ${to} and o.user_id = ${from} and n.kind = o.kind and n.slug = o.slug
      and position(o.text in n.text) = 0`;
  await tx.$executeRaw`
    update note o set user_id = ${to}
    where user_id = ${from} and not exists (
      select from note n where n.user_id = ${to} and n.kind = o.kind and n.slug = o.slug
    )`;
}
