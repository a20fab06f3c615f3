import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolConfig } from 'pg';
import { PrismaClient } from './generated/client.ts';

/**
 * How long a database that has fallen silent is believed to be there. A network that is cut says nothing: without these a
 * query waits some fifteen minutes for its answer, and who only listens waits for ever.
 */
export const patience = {
  connectionTimeoutMillis: 10_000,
  query_timeout: 20_000,
  keepAlive: true,
  // Then a probe every second, ten in all: the defaults of Node.
  keepAliveInitialDelayMillis: 5000,
} as const satisfies PoolConfig;

// Counted from the asking, so it bounds the wait for one's turn as well, which on a busy site takes its time.
const patienceInTurn = { ...patience, connectionTimeoutMillis: 30_000 };

// For a free connection and for the whole, milliseconds: at a rush a few seconds' wait is better than a refusal.
const transactionOptions = { maxWait: 5000, timeout: 10_000 };

/** A client with a pool of its own; the owner calls `$disconnect()`. Connects with the first query. */
export function openDatabase(databaseUrl: string): PrismaClient {
  const adapter = new PrismaPg({ connectionString: databaseUrl, ...patienceInTurn });
  return new PrismaClient({ adapter, transactionOptions });
}

/** Connections for who speaks to Postgres without Prisma; the owner calls `end()`. */
export function openPool(
  databaseUrl: string,
  { max, stream }: Required<Pick<PoolConfig, 'max' | 'stream'>>,
): Pool {
  const pool = new Pool({ connectionString: databaseUrl, max, stream, ...patience });
  // Who holds a connection hears of its end by the query that fails; of one that lies idle nobody needs to hear.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
