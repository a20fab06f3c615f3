import { openWatcher, type Watcher } from '#judge/api.ts';
import { openDatabase } from '#prisma/client.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { type Auth, createAuth } from './auth.ts';
import { readSiteConfig, type SiteConfig, type SubmitLimits } from './config.ts';
import { originOf } from './origin.ts';

/** What a site process opens once: its database, its ear for the judges, its accounts. */
export type Site = {
  db: PrismaClient;
  watcher: Watcher;
  /** What /metrics asks for; undefined where it answers this machine alone. */
  metricsToken: string | undefined;
  limits: SubmitLimits;
  /** The origin of the request with these headers, as its browser sees it. */
  origin(headers: Headers): string;
  /** Accounts, for a request with these headers. */
  auth(headers: Headers): Auth;
};

// On globalThis, since Next loads this file once for each bundle and anew after each edit.
const kept = globalThis as typeof globalThis & { whetstone?: Site };

/** Opens the site's connections on first use; a build that only renders static pages opens none. */
export function site(): Site {
  kept.whetstone ??= openSite(readSiteConfig());
  return kept.whetstone;
}

export function openSite({ databaseUrl, secret, origin, metricsToken, limits }: SiteConfig): Site {
  const db = openDatabase(databaseUrl);
  const watcher = openWatcher(db, databaseUrl);
  return { db, metricsToken, watcher, limits, ...openAccounts(db, { secret, origin }) };
}

/**
 * A cookie that is sent over https alone is lost on a laptop or a network without it, and a browser says nothing of
 * it. So whoever comes by https gets such cookies, and nobody else can read theirs less than the page they came with.
 */
function openAccounts(
  db: PrismaClient,
  { secret, origin }: Pick<SiteConfig, 'secret' | 'origin'>,
): Pick<Site, 'origin' | 'auth'> {
  const plain = createAuth(db, { secret, origin, secure: false });
  const secure = createAuth(db, { secret, origin, secure: true });
  const originFor = (headers: Headers) => originOf(headers, origin);
  return { origin: originFor, auth: (headers) => (originFor(headers).startsWith('https:') ? secure : plain) };
}
