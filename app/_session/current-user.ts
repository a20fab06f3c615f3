import { findTokenOwner } from '#prisma/api-token.ts';
import { isRole, type Role } from '#prisma/user.ts';
import { currentRequest } from './requests.ts';
import { site } from './site.ts';

/** Who asks: by session cookie, or by bearer token. */
export type CurrentUser = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  isAnonymous: boolean;
  by: 'cookie' | 'token';
};

/** The account of a request, or undefined where it names none that is valid. */
export async function currentUser(headers: Headers): Promise<CurrentUser | undefined> {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return bearer === undefined ? bySession(headers) : byToken(bearer);
}

async function bySession(headers: Headers): Promise<CurrentUser | undefined> {
  const note = currentRequest();
  const { response: session, headers: told } = await site()
    .auth(headers)
    // Only an answer of the API can bring the cookie of a session that goes on; a page's can't.
    .api.getSession({ headers, query: { disableRefresh: note === undefined }, returnHeaders: true });
  if (!session || session.user.banned) return undefined;
  note?.cookies.push(...told.getSetCookie());
  const { id, name, email, role, isAnonymous } = session.user;
  return describe({ id, name, email, role: role ?? 'learner', isAnonymous: isAnonymous === true }, 'cookie');
}

async function byToken(token: string): Promise<CurrentUser | undefined> {
  const { db } = site();
  const owner = await findTokenOwner(db, token);
  const user = owner && (await db.user.findUnique({ where: { id: owner.userId } }));
  return user && !user.banned ? describe(user, 'token') : undefined;
}

type Account = { id: string; name: string; email: string; role: string; isAnonymous: boolean };

function describe({ id, name, email, role, isAnonymous }: Account, by: CurrentUser['by']): CurrentUser {
  return {
    id,
    name,
    email: isAnonymous ? null : email,
    role: isRole(role) ? role : 'learner',
    isAnonymous,
    by,
  };
}

export function mayTeach(user: Pick<CurrentUser, 'role'>): boolean {
  return user.role === 'instructor' || user.role === 'admin';
}
