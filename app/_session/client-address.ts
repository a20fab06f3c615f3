/**
 * Whose address rate limits go by. A caller may claim anything in `x-forwarded-for`; only what our own proxies added at
 * its end is true, and without any the connection itself. Next gives handlers no connection, so it is noted in a header
 * of ours before Next sees the request, over whatever a caller put there.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

export const addressHeader = 'x-whetstone-address';
/** `1` where no proxy says that it handed the request on. Next puts `x-forwarded-for` into what has none. */
export const directHeader = 'x-whetstone-direct';

/** The address of a request that {@link noteAddresses} has seen. */
export function addressOf(headers: Headers): string {
  return headers.get(addressHeader) ?? 'unknown';
}

type Hop = { socketAddress: string | undefined; forwardedFor: string | undefined };

/**
 * The address that the outermost of `trustedProxies` proxies was called from; the nearest known where fewer spoke. Of
 * IPv6 its network, `2001:db8:0:1::`, but for this machine's own `::1`.
 */
export function callerAddress({ socketAddress, forwardedFor }: Hop, trustedProxies: number): string {
  const claimed = (forwardedFor ?? '').split(',').map((address) => address.trim());
  const chain = [...claimed.filter(Boolean), socketAddress ?? 'unknown'];
  return networkOf(chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? 'unknown');
}

// Whoever has IPv6 has a whole /64 of it, from which each request may come from an address of its own.
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  if (groups.join(':') === '0:0:0:0:0:0:0:1') return '::1';
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return `${groups.slice(0, 4).join(':')}::`;
  const halves = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return halves.flatMap((half) => [half >> 8, half & 255]).join('.');
}

/** The eight groups of an IPv6 address, however it is written: hexadecimal, without zeros in front. */
function groupsOf(address: string): string[] {
  const [bare = ''] = address.split('%');
  const { hostname } = new URL(`http://[${bare}]`);
  const halves = hostname.slice(1, -1).split('::');
  const [head = [], tail = []] = halves.map((half) => half.split(':').filter(Boolean));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

/** Notes the caller's address in every request that an HTTP server of this process gets. */
export function noteAddresses(trustedProxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const { [`x-forwarded-for`]: forwarded } = request.headers;
    const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
    const socketAddress = request.socket.remoteAddress;
    request.headers[addressHeader] = callerAddress({ socketAddress, forwardedFor }, trustedProxies);
    const { forwarded: standard, via } = request.headers;
    request.headers[directHeader] = [forwarded, standard, via].every((one) => one === undefined) ? '1' : '0';
  });
}
