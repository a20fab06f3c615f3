import { openWatcher, type Watcher } from '#judge/api.ts';
import { openDatabase } from '#prisma/client.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { type Auth, createAuth } from './auth.ts';
import { readSiteConfig } from './config.ts';

/** What a site process opens once: its database, its ear for the judges, its accounts. */
export type Site = { db: PrismaClient; watcher: Watcher; auth: Auth };

// On globalThis, since Next loads this file once for each bundle and anew after each edit.
const kept = globalThis as typeof globalThis & { whetstoneSite?: Site };

/** Opens the site's connections on first use; a build that only renders static pages opens none. */
export function site(): Site {
  kept.whetstoneSite ??= openSite();
  return kept.whetstoneSite;
}

function openSite(): Site {
  const config = readSiteConfig();
  const db = openDatabase(config.databaseUrl);
  return { db, watcher: openWatcher(db, config.databaseUrl), auth: createAuth(db, config) };
}
