/**
 * Whose address rate limits go by. A caller may claim anything in `x-forwarded-for`; only what our own proxies added at
 * its end is true, and without any the connection itself. Next gives handlers no connection, so it is noted in a header
 * of ours before Next sees the request, over whatever a caller put there.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

export const addressHeader = 'x-whetstone-address';
/** `1` where no proxy says that it handed the request on. Next puts `x-forwarded-for` into what has none. */
export const directHeader = 'x-whetstone-direct';

/** The address of a request that {@link noteAddresses} has seen. */
export function addressOf(headers: Headers): string {
  return headers.get(addressHeader) ?? 'unknown';
}

type Hop = { socketAddress: string | undefined; forwardedFor: string | undefined };

/** The address that the outermost of `trustedProxies` proxies was called from; the nearest known where fewer spoke. */
export function callerAddress({ socketAddress, forwardedFor }: Hop, trustedProxies: number): string {
  const claimed = (forwardedFor ?? '').split(',').map((address) => address.trim());
  const chain = [...claimed.filter(Boolean), socketAddress ?? 'unknown'];
  return chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? 'unknown';
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
