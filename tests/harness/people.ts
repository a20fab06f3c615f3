/** People with tokens: nobody may submit more than twenty times a minute, so there have to be many. */
import { insertToken } from '#prisma/api-token.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';

/** Lets so many in, each with a token. Without passwords, which are slow to hash and which nobody needs here. */
export function letIn(db: PrismaClient, { count, name }: { count: number; name: string }): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const id = `${name}-${index}`;
      await db.user.create({ data: { id, name: id, email: `${id}@example.org` } });
      const made = await insertToken(db, { userId: id, name });
      if (!made) throw new Error(`${id} got no token`);
      return made.token;
    }),
  );
}
