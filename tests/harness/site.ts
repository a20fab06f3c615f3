/** The built site, for browser tests: as `whetstone start` runs it, on a port and a database of its own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildSite, nextProgram } from '#bin/prepare.ts';
import { environmentOf, siteSpec } from '#bin/start/parts.ts';
import { startService } from '#bin/start/service.ts';
import { launchBrowser } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { findFreePort } from './free-port.ts';

export type RunningSite = {
  /** `http://127.0.0.1:PORT` */
  baseUrl: string;
  /** What a judge or a command needs to be told to work with this site. */
  environment: Record<string, string>;
  /** Its data folder. */
  data: string;
  stop(): Promise<void>;
};

export type TestSite = RunningSite & { database: TestDatabase; browser: Browser; close(): Promise<void> };

/** A site with an empty database of its own, and a browser: `beforeAll(async () => (site = await openTestSite()).close)`. */
export async function openTestSite(): Promise<TestSite> {
  const opened: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    const database = await createTestDatabase();
    opened.push(() => database.drop());
    const site = await startSite(database.url);
    opened.push(() => site.stop());
    const browser = await launchBrowser();
    opened.push(() => browser.close());
    return { ...site, database, browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Builds the site where it changed, and starts it. */
export async function startSite(databaseUrl: string): Promise<RunningSite> {
  const data = mkdtempSync(join(tmpdir(), 'whetstone-site-'));
  mkdirSync(join(data, 'logs'));
  const environment = environmentOf({ data }, databaseUrl);
  await buildSite(environment);
  // Not before what takes its time: others may be given a port that nobody listens on yet.
  const options = { data, host: '127.0.0.1', port: await findFreePort() };
  const site = startService(siteSpec({ options, environment, args: [nextProgram, 'start'], echo: false }));
  const stop = async () => {
    await site.stop(new AbortController().signal);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await site.ready;
  } catch (error) {
    await stop();
    throw error;
  }
  return { baseUrl: `http://${options.host}:${options.port}`, environment, data, stop };
}
