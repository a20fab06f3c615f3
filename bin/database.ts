import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { readDatabaseConfig } from '#prisma/config.ts';
import { type EmbeddedPostgres, findRunning, startPostgres, stopPostgres } from '#prisma/postgres.ts';
import { readCommandConfig } from './config.ts';
import { CommandFailure } from './failure.ts';
import { type Owner, refuseNewerData, type Tenant, takeDataFolder } from './start/data-folder.ts';

export type DataOption = { data: string };

/** `--data DIR`, the same for every verb that has it. */
export function withDataOption(command: Command): Command {
  const toPath = (given: string) => resolve(given);
  return command.option(
    '--data <dir>',
    'folder that everything is kept in',
    toPath,
    readCommandConfig().dataFolder,
  );
}

/** Where the embedded Postgres lives in the data folder. */
export function postgresFolder({ data }: DataOption): string {
  return join(data, 'postgres');
}

/** The database that is there now: the one of DATABASE_URL or a running embedded one. */
export async function findDatabaseUrl(options: DataOption): Promise<string | undefined> {
  const { databaseUrl } = readDatabaseConfig();
  if (databaseUrl !== undefined) return databaseUrl;
  refuseNewerData(options.data);
  return (await findRunning(postgresFolder(options)))?.url;
}

/** The database that is there to stay: the one of DATABASE_URL or an embedded one. Throws where none is there. */
export async function requireDatabaseUrl(options: DataOption): Promise<string> {
  const { databaseUrl } = readDatabaseConfig();
  if (databaseUrl !== undefined) return databaseUrl;
  return inDataFolder(options, {
    theirs: async (url) => url,
    async ours() {
      const running = await findRunning(postgresFolder(options));
      if (running?.outlives) return running.url;
      throw new CommandFailure(
        'there is no database: set DATABASE_URL, or start the embedded one by `whetstone db start`',
      );
    },
  });
}

/** Acts on the database that is there, or on the embedded one started for the while. */
export async function withDatabaseUrl<T>(
  options: DataOption,
  act: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const { databaseUrl } = readDatabaseConfig();
  if (databaseUrl !== undefined) return act(databaseUrl);
  return inDataFolder(options, {
    theirs: act,
    async ours() {
      const postgres = await openPostgres(options);
      try {
        return await act(postgres.url);
      } finally {
        await postgres.stop();
      }
    },
  });
}

/** The embedded Postgres, for who has the data folder: one that was left to go on is joined, else it is started. */
export async function openPostgres(options: DataOption, { outlive = false } = {}): Promise<EmbeddedPostgres> {
  const folder = postgresFolder(options);
  const running = await findRunning(folder);
  // Who started it was killed, and it is about to follow.
  if (running && !running.outlives) await stopPostgres(folder);
  return startPostgres({ folder, outlive });
}

type Acts<T> = {
  /** The folder is ours, and no other starts a database there meanwhile. */
  ours(): Promise<T>;
  /** Another stays in it, and this is its database. */
  theirs(databaseUrl: string): Promise<T>;
};

/** Acts in the data folder, once nobody has it who would take the database along. */
export async function inDataFolder<T>(options: DataOption, { ours, theirs }: Acts<T>): Promise<T> {
  let told = false;
  for (;;) {
    const found = await takeDataFolder(options.data, tenant({ stays: false, embedded: true }));
    if ('folder' in found) {
      try {
        return await ours();
      } finally {
        found.folder.release();
      }
    }
    const url = await findDatabaseOf(found.owner, options);
    if (url !== undefined) return theirs(url);
    if (!told) console.error(`  waiting for the database of ${nameOf(found.owner)}`);
    told = true;
    await sleep(50);
  }
}

async function findDatabaseOf(owner: Owner, options: DataOption): Promise<string | undefined> {
  if (owner.embedded) return (await findRunning(postgresFolder(options)))?.url;
  throw new CommandFailure(
    `${nameOf(owner)} runs on ${options.data} and keeps everything in a Postgres of yours: set DATABASE_URL to the same for this command`,
  );
}

function nameOf({ command, pid }: Owner): string {
  return `\`${command}\` (process ${pid})`;
}

/** This process, as the lock of a data folder tells of it. */
export function tenant(how: { stays: boolean; embedded: boolean }): Tenant {
  const typed = process.argv.slice(2);
  const options = typed.findIndex((word) => word.startsWith('-'));
  const words = options === -1 ? typed : typed.slice(0, options);
  return { command: ['whetstone', ...words].join(' '), ...how };
}
