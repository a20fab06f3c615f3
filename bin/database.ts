import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { readDatabaseConfig } from '#prisma/config.ts';
import { findRunning, startPostgres } from '#prisma/postgres.ts';
import { readCommandConfig } from './config.ts';
import { CommandFailure } from './failure.ts';

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
  return readDatabaseConfig().databaseUrl ?? (await findRunning(postgresFolder(options)))?.url;
}

/** As {@link findDatabaseUrl}. Throws where none is there. */
export async function requireDatabaseUrl(options: DataOption): Promise<string> {
  const url = await findDatabaseUrl(options);
  if (url === undefined) {
    throw new CommandFailure(
      'there is no database: set DATABASE_URL, or start the embedded one by `whetstone db start`',
    );
  }
  return url;
}

/** Acts on the database that is there, or on the embedded one started for the while. */
export async function withDatabaseUrl<T>(
  options: DataOption,
  act: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const { databaseUrl } = readDatabaseConfig();
  if (databaseUrl !== undefined) return act(databaseUrl);
  const postgres = await startPostgres({ folder: postgresFolder(options) });
  try {
    return await act(postgres.url);
  } finally {
    await postgres.stop();
  }
}
