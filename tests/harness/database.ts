/** Real Postgres for tests: one cluster a run, one migrated template in it, a copy of that for who asks. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '#prisma/client.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { onDatabase } from '#prisma/postgres.ts';

export type TestDatabase = {
  url: string;
  db: PrismaClient;
  /** Fails where a connection of others is still open: every test ends with none left. */
  drop(): Promise<void>;
};

/** An empty, migrated database of one's own. Drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: templateUrl, template } = inject('database');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = onDatabase(templateUrl, 'postgres');
  // Copying 8 MB of files is quicker than writing them through the log when nothing has to last.
  await query(admin, `create database ${name} template ${template} strategy file_copy`);
  const url = onDatabase(templateUrl, name);
  const db = openDatabase(url);
  return {
    url,
    db,
    drop: async () => {
      await db.$disconnect();
      await query(admin, `drop database ${name}`);
    },
  };
}

/** Acts on a database of one's own and drops it. */
export async function withDatabase<T>(act: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await createTestDatabase();
  try {
    return await act(database);
  } finally {
    await database.drop();
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
