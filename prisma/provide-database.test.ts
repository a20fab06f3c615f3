import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { provideDatabase } from './provide-database.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test.each(['127.0.0.1', 'localhost'])(
  'where no Postgres runs on %s it says so, and what to do',
  async (host) => {
    const port = await freePort();
    const attempt = provideDatabase(`postgres://me:secret@${host}:${port}/x`);
    await expect(attempt).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringMatching(
        new RegExp(`no Postgres can be reached at ${host}:${port}: .*ECONNREFUSED.* Start it, or correct`),
      ),
    });
    await expect(attempt).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
  },
);
