import { expect, test } from 'vitest';
import type { PrismaClient } from './generated/client.ts';
import { insist } from './insist.ts';

/** A database that does not answer the first so many times. */
function databaseAwayFor(looks: number): { db: PrismaClient; looked: () => number } {
  let looked = 0;
  const $queryRaw = async () => {
    looked += 1;
    if (looked <= looks) throw new Error('connection refused');
    return [];
  };
  return { db: { $queryRaw } as unknown as PrismaClient, looked: () => looked };
}

test('what failed while the database was away is done when it is back, however often that happens', async () => {
  const { db, looked } = databaseAwayFor(2);
  let tries = 0;
  const result = await insist(db, async () => {
    tries += 1;
    if (looked() < 3) throw new Error('connection terminated');
    return 'written';
  });
  expect(result).toBe('written');
  expect(tries).toBe(2);
});

test('a connection that was lost alone is made good without a word', async () => {
  const { db } = databaseAwayFor(0);
  const troubles = ['connection terminated', 'connection terminated'];
  const act = async () => {
    const trouble = troubles.pop();
    if (trouble !== undefined) throw new Error(trouble);
    return 'written';
  };
  expect(await insist(db, act)).toBe('written');
});

test('what the database refuses is thrown, not tried for ever', async () => {
  const { db } = databaseAwayFor(0);
  let tries = 0;
  const act = async () => {
    tries += 1;
    throw new Error('invalid input syntax for type json');
  };
  await expect(insist(db, act)).rejects.toThrow('invalid input syntax');
  expect(tries).toBe(3);
});
