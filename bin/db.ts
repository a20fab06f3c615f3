import type { Command } from 'commander';
import { createMigration, findPending, migrate } from '#prisma/migrate.ts';
import { findRunning, stopPostgres } from '#prisma/postgres.ts';
import {
  type DataOption,
  findDatabaseUrl,
  inDataFolder,
  openPostgres,
  postgresFolder,
  tenant,
  withDatabaseUrl,
  withDataOption,
} from './database.ts';
import { exitCodes } from './failure.ts';
import { openDataFolder } from './start/data-folder.ts';

/** `whetstone db`: the embedded Postgres by hand, and the migrations of any. */
export function register(program: Command): void {
  const db = program.command('db').description('start, stop, migrate and ask about the database');

  verb(db, 'start', 'start the embedded Postgres, migrate it and leave it running').action(
    async (options: DataOption) => {
      const leave = async (url: string) => {
        await migrate(url);
        console.log(url);
      };
      const ours = async () => leave((await openPostgres(options, { outlive: true })).url);
      await inDataFolder(options, { ours, theirs: leave });
    },
  );

  verb(db, 'stop', 'stop the embedded Postgres that `db start` left running').action(stop);

  verb(db, 'url', 'print the address of the database, for psql and other tools').action(
    async (options: DataOption) => {
      const url = await findDatabaseUrl(options);
      if (url === undefined) {
        console.error('no database is running; start it by `whetstone db start` or set DATABASE_URL');
        process.exitCode = exitCodes.no;
      } else console.log(url);
    },
  );

  verb(db, 'migrate', 'bring the database to this version').action((options: DataOption) =>
    withDatabaseUrl(options, async (url) => {
      const applied = await migrate(url);
      console.log(applied.length === 0 ? 'nothing to do' : `applied ${applied.join(', ')}`);
    }),
  );

  verb(db, 'status', 'tell whether a database runs and whether it is up to date').action(
    async (options: DataOption) => {
      const url = await findDatabaseUrl(options);
      if (url === undefined) {
        console.log('not running');
        process.exitCode = exitCodes.no;
        return;
      }
      const pending = await findPending(url);
      console.log(pending.length === 0 ? 'running, up to date' : `running, lacks ${pending.join(', ')}`);
      if (pending.length > 0) process.exitCode = exitCodes.no;
    },
  );

  verb(db, 'new-migration', 'write the change of prisma/schema.prisma as a migration (for developers)')
    .argument('<name>', 'in a few words, with underscores')
    .action((name: string, options: DataOption) =>
      withDatabaseUrl(options, async (url) => {
        console.log((await createMigration(url, name)) ?? 'the schema did not change');
      }),
    );
}

async function stop(options: DataOption): Promise<void> {
  if (!(await findRunning(postgresFolder(options)))) {
    console.log('was not running');
    return;
  }
  // Not from under a Whetstone that runs on it.
  const folder = await openDataFolder(options.data, tenant({ stays: false, embedded: true }));
  try {
    const stopped = await stopPostgres(postgresFolder(options));
    console.log(stopped ? 'stopped' : 'was not running');
  } finally {
    folder.release();
  }
}

function verb(parent: Command, name: string, description: string): Command {
  return withDataOption(parent.command(name).description(description));
}
