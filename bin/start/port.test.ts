import { once } from 'node:events';
import { createServer } from 'node:net';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { requireFreePort, withAddressOptions } from './port.ts';

test('a port that is taken is refused with the command for another', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(requireFreePort('127.0.0.1', port)).rejects.toThrow(
    `port ${port} is taken. Choose another (npm start -- --port ${port + 1})`,
  );
  server.close();
  await once(server, 'close');
  await expect(requireFreePort('127.0.0.1', port)).resolves.toBeUndefined();
});

test('an address that is not this machine’s is refused with those that are', async () => {
  await expect(requireFreePort('192.0.2.1', 3000)).rejects.toThrow(/no address 192\.0\.2\.1.*127\.0\.0\.1/);
});

test.each(['0', '65536', '3000x', '-1', '80.5', ''])('--port %j is refused', (text) => {
  const command = withAddressOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  expect(() => command.parse(['--port', text], { from: 'user' })).toThrow(
    /expected a number from 1 to 65535/,
  );
});
