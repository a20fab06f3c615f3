import { loadSettings } from '#app/_practice/load.ts';
import type { CurrentUser } from '#app/_session/current-user.ts';
import { listTokens } from '#prisma/api-token.ts';
import { listAsked } from '#prisma/asked.ts';
import { listBookmarks } from '#prisma/bookmark.ts';
import { listFeeds } from '#prisma/calendar-feed.ts';
import { listAllDrafts } from '#prisma/draft.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { listWholeMocks } from '#prisma/mock.ts';
import { listWholeNotes } from '#prisma/note.ts';
import { listEntries } from '#prisma/practice-entry.ts';
import { listWholeSubmissions } from '#prisma/submission.ts';
import { askedJson } from '../keep/shape.ts';

type Page = { userId: string; after: string | undefined; count: number };

/** A submission with its source and its result may take a quarter of a MiB. */
const pageSize = 50;

/**
 * The text of a JSON document, piece by piece: no more than a page of it is in memory. Not in it: hashes of passwords
 * and tokens, which are nobody's to read.
 */
export async function* exportAccount(db: PrismaClient, user: CurrentUser): AsyncGenerator<string> {
  const { id: userId, name, email, role, isAnonymous } = user;
  const settings = await loadSettings(db, userId);
  const head = {
    exportedAt: new Date().toISOString(),
    account: { name, email, role, isAnonymous },
    tokens: await listTokens(db, userId),
    practiceSettings: settings ?? null,
    calendars: await listFeeds(db, userId),
    bookmarks: (await listBookmarks(db, userId)).map(({ userId: _, ...row }) => row),
    asked: (await listAsked(db, { userId })).map(askedJson),
  };
  yield JSON.stringify(head).slice(0, -1);
  yield ',"submissions":';
  yield* array(userId, async (page) =>
    (await listWholeSubmissions(db, page)).map(
      ({
        userId: _,
        leaseBy: _by,
        leaseUntil: _until,
        leases: _leases,
        soFar: _soFar,
        failures: _failures,
        ...row
      }) => row,
    ),
  );
  yield ',"drafts":';
  yield* array(userId, async (page) => (await listAllDrafts(db, page)).map(({ userId: _, ...row }) => row));
  yield ',"notes":';
  yield* array(userId, async (page) =>
    (await listWholeNotes(db, page)).map(({ userId: _, revision: id, ...row }) => ({ id, ...row })),
  );
  yield ',"mocks":';
  yield* array(userId, async (page) => (await listWholeMocks(db, page)).map(({ userId: _, ...row }) => row));
  yield ',"practice":';
  yield* array(userId, async (page) => (await listEntries(db, page)).map(({ userId: _, ...row }) => row));
  yield '}\n';
}

async function* array<Row extends { id: string }>(
  userId: string,
  read: (page: Page) => Promise<Row[]>,
): AsyncGenerator<string> {
  let after: string | undefined;
  let separator = '[';
  for (;;) {
    const rows = await read({ userId, after, count: pageSize });
    for (const row of rows) {
      yield `${separator}${JSON.stringify(row)}`;
      separator = ',\n';
    }
    if (rows.length < pageSize) break;
    after = rows.at(-1)?.id;
  }
  yield separator === '[' ? '[]' : ']';
}
