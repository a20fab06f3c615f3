import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { addressHeader, callerAddress, noteAddresses } from './client-address.ts';

const at = (forwardedFor: string | undefined, trustedProxies: number) =>
  callerAddress({ socketAddress: '10.0.0.1', forwardedFor }, trustedProxies);

test('without a proxy, what a caller says of its own address counts for nothing', () => {
  expect(at('1.1.1.1', 0)).toBe('10.0.0.1');
  expect(at(undefined, 0)).toBe('10.0.0.1');
});

test('behind proxies the address is the one that the outermost of them saw', () => {
  expect(at('1.1.1.1, 2.2.2.2', 1)).toBe('2.2.2.2');
  expect(at('9.9.9.9, 1.1.1.1, 2.2.2.2', 2)).toBe('1.1.1.1');
});

test('a request that came past the proxies goes by the nearest address that is known', () => {
  expect(at(undefined, 1)).toBe('10.0.0.1');
  expect(at('2.2.2.2', 3)).toBe('2.2.2.2');
});

test('a caller cannot write the header that limits go by', async () => {
  noteAddresses(0);
  const seen = await new Promise((resolve, reject) => {
    const server = createServer((incoming, response) => {
      response.end();
      server.close();
      resolve(incoming.headers[addressHeader]);
    });
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const headers = { [addressHeader]: '1.1.1.1', 'x-forwarded-for': '1.1.1.1' };
      request({ host: '127.0.0.1', port, headers }).on('error', reject).end();
    });
  });
  expect(seen).toBe('127.0.0.1');
});
