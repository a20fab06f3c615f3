/** The real parts that things are done to: a durable Postgres, two sites, judges. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rootFolder } from '#bin/config.ts';
import { buildSite, nextProgram } from '#bin/prepare.ts';
import { quiet } from '#bin/quiet.ts';
import { createHouse } from '#bin/start/house.ts';
import { environmentOf, siteSpec } from '#bin/start/parts.ts';
import { type Service, startService } from '#bin/start/service.ts';
import { withStations } from '#bin/stations.ts';
import { publishAll } from '#judge/publish.ts';
import { openDatabase } from '#prisma/client.ts';
import { migrate } from '#prisma/migrate.ts';
import { type EmbeddedPostgres, startPostgres } from '#prisma/postgres.ts';
import { findFreePort } from '../harness/free-port.ts';
import { letIn } from '../harness/people.ts';
import type { Submitter } from './client.ts';
import { type Judges, keepJudges } from './judges.ts';

export type Stage = {
  databaseUrl: string;
  sites: readonly string[];
  judges: Judges;
  judgeLog: string;
  submitters: readonly Submitter[];
  /** Stops Postgres, in order or by SIGKILL, leaves it so for a while and starts it again. */
  interruptPostgres(how: 'in order' | 'SIGKILL', downMs: number): Promise<void>;
  restartSite(): Promise<void>;
  close(): Promise<void>;
};

/** The repository's own: what was prepared once is not prepared again. */
const cacheDir = join(rootFolder, '.whetstone/cache');

export async function setStage(options: { judges: number; people: number }): Promise<Stage> {
  const house = createHouse();
  try {
    const data = house.open(mkdtempSync(join(tmpdir(), 'whetstone-chaos-')), (folder) =>
      rmSync(folder, { recursive: true, force: true }),
    );
    mkdirSync(join(data, 'logs'));
    const postgresOptions = { folder: join(data, 'postgres'), durable: true };
    let postgres: EmbeddedPostgres = await startPostgres(postgresOptions);
    house.open(undefined, () => postgres.stop());
    await migrate(postgres.url);
    const submitters = await fill(postgres.url, options.people);

    const environment = {
      ...environmentOf({ data }, postgres.url),
      WHETSTONE_CACHE_DIR: cacheDir,
      WHETSTONE_TRUSTED_PROXIES: '1',
      WHETSTONE_CONCURRENCY: '2',
    };
    await buildSite(environment);
    const sites = [await openSite(data, environment), await openSite(data, environment)];
    for (const site of sites) house.open(site, ({ stop }) => stop());
    const judgeLog = join(data, 'logs', 'judges.log');
    const judges = house.open(keepJudges(options.judges, { environment, logFile: judgeLog }), (all) =>
      all.stop(),
    );

    return {
      databaseUrl: postgres.url,
      sites: sites.map(({ baseUrl }) => baseUrl),
      judges,
      judgeLog,
      submitters,
      async interruptPostgres(how, downMs) {
        if (how === 'in order') await postgres.stop();
        else process.kill(postgres.pid, 'SIGKILL');
        await sleep(downMs);
        postgres = await startPostgres(postgresOptions);
      },
      restartSite: async () => sites[1]?.restart(),
      close: () => house.closeAll(),
    };
  } catch (error) {
    await house.closeAll();
    throw error;
  }
}

async function openSite(data: string, environment: Record<string, string>) {
  const options = { data, host: '127.0.0.1', port: await findFreePort() };
  const spec = siteSpec({ options, environment, args: [quiet, nextProgram, 'start'], echo: false });
  const start = async (): Promise<Service> => {
    const service = startService(spec);
    await service.ready;
    return service;
  };
  let service = await start();
  const stop = () => service.stop(new AbortController().signal);
  return {
    baseUrl: `http://${options.host}:${options.port}`,
    stop,
    async restart() {
      await stop();
      service = await start();
    },
  };
}

/** Publishes the problems and lets people in. */
async function fill(databaseUrl: string, people: number): Promise<Submitter[]> {
  const db = openDatabase(databaseUrl);
  try {
    await withStations({ warm: ['plain'], cacheDir }, (openStations) =>
      publishAll(join(rootFolder, 'content'), { db, cacheDir, openStations }),
    );
    const tokens = await letIn(db, { count: people, name: 'chaos' });
    return tokens.map((token, index) => ({ token, address: `10.${index >> 8}.${index & 255}.1` }));
  } finally {
    await db.$disconnect();
  }
}
