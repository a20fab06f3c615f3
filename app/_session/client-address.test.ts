import { createServer, request } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import fc from 'fast-check';
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

const group = fc.integer({ min: 0, max: 0xffff });
/** The same address, written with or without zeros, in capitals, with its longest run of zeros left out or none. */
const spellings = (groups: number[]): string[] => {
  const short = groups.map((one) => one.toString(16));
  const long = short.map((one) => one.padStart(4, '0')).join(':');
  const { hostname } = new URL(`http://[${long}]`);
  return [short.join(':'), long, long.toUpperCase(), hostname.slice(1, -1), `${long}%eth0`];
};

test('who has a network of IPv6 addresses is one caller, however they are written, and another network another', () => {
  fc.assert(
    fc.property(
      fc.tuple(group, group, group, group),
      fc.array(group, { minLength: 8, maxLength: 8 }),
      (net, more) => {
        fc.pre(net.some((one) => one !== 0));
        const hosts = [more.slice(0, 4), more.slice(4), [0, 0, 0, 0], [0, 0, 0, 1]];
        const told = hosts.flatMap((host) => spellings([...net, ...host])).map((address) => at(address, 1));
        expect(new Set(told).size).toBe(1);
        expect(isIPv6(told[0] ?? '')).toBe(true);
        const [a, b, c, d] = net;
        expect(told).not.toContain(at(spellings([a, b, c, d ^ 1, 0, 0, 0, 1])[0], 1));
      },
    ),
  );
});

test('an IPv4 address is one, also where it is written as IPv6', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), (one, other) => {
      const [a = 0, b = 0, c = 0, d = 0] = one.split('.').map(Number);
      const mapped = [0, 0, 0, 0, 0, 0xffff, a * 256 + b, c * 256 + d];
      for (const written of [one, `::ffff:${one}`, `::FFFF:${one}`, ...spellings(mapped)])
        expect(at(written, 1)).toBe(one);
      expect(at(`::ffff:${other}`, 1) === one).toBe(other === one);
    }),
  );
});

test('this machine is itself, by either of its names', () => {
  const here = (socketAddress: string) => callerAddress({ socketAddress, forwardedFor: undefined }, 0);
  expect(['::1', '::ffff:127.0.0.1', '127.0.0.1'].map(here)).toEqual(['::1', '127.0.0.1', '127.0.0.1']);
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
