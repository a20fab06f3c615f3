/** Pages that are rendered on request for a row, which may not be there for who asks. */
import { z } from 'zod';
import { currentUser } from '#app/_session/current-user.ts';
import { reportFailure } from '#app/_session/report-failure.ts';
import { site } from '#app/_session/site.ts';
import { maySee } from '#app/api/v1/submissions/access.ts';
import { findMockOwner, findSharedMock } from '#prisma/mock.ts';
import { isPublished } from '#prisma/problem-version.ts';
import { findOwner } from '#prisma/submission.ts';

const rowOf = /^\/[^/]+\/(problems|submissions|mock|mock\/shared)\/([^/]+)\/?$/;

/**
 * False where the page at this path would find nothing for who asks. `notFound()` in the page is too late to say so:
 * Next leaves what it shows to the browser's script, so that without one there is a blank page.
 */
export async function findsItsRow(pathname: string, headers: Headers): Promise<boolean> {
  const [, kind, uncheckedKey] = rowOf.exec(pathname) ?? [];
  if (kind === undefined || uncheckedKey === undefined) return true;
  // Asked for by a script of ours, ahead of a click: that script knows how to say it, and the database is spared.
  if (headers.get('sec-fetch-dest') === 'empty') return true;
  try {
    return (await finders[kind]?.(uncheckedKey, headers)) ?? true;
  } catch (cause) {
    // The page meets the same trouble, and has words for it.
    reportFailure(cause);
    return true;
  }
}

const finders: Record<string, (uncheckedKey: string, headers: Headers) => Promise<boolean>> = {
  problems: (slug) => isPublished(site().db, slug),
  submissions: isVisible,
  mock: isOwnMock,
  'mock/shared': isSharedMock,
};

async function isOwnMock(uncheckedId: string, headers: Headers): Promise<boolean> {
  if (!z.uuid().safeParse(uncheckedId).success) return false;
  const owner = await findMockOwner(site().db, uncheckedId);
  return owner !== undefined && owner === (await currentUser(headers))?.id;
}

async function isSharedMock(uncheckedKey: string): Promise<boolean> {
  if (!z.uuid().safeParse(uncheckedKey).success) return false;
  return (await findSharedMock(site().db, uncheckedKey)) !== undefined;
}

async function isVisible(uncheckedId: string, headers: Headers): Promise<boolean> {
  if (!z.uuid().safeParse(uncheckedId).success) return false;
  const owner = await findOwner(site().db, uncheckedId);
  if (!owner) return false;
  return owner.shared || maySee(owner, await currentUser(headers));
}
