import type { PrismaClient } from '#prisma/generated/client.ts';
import { migrate } from '#prisma/migrate.ts';
import { type DataOption, withDatabaseUrl } from './database.ts';
import { generateClient } from './prepare.ts';

/** Acts on the database through a client, both made ready where they are not. */
export async function withClient<T>(options: DataOption, act: (db: PrismaClient) => Promise<T>): Promise<T> {
  await generateClient();
  return withDatabaseUrl(options, async (databaseUrl) => {
    await migrate(databaseUrl);
    // Only now is there a client to import.
    const { openDatabase } = await import('#prisma/client.ts');
    const db = openDatabase(databaseUrl);
    try {
      return await act(db);
    } finally {
      await db.$disconnect();
    }
  });
}
