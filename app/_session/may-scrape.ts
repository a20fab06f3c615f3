import { timingSafeEqual } from 'node:crypto';
import { addressOf, directHeader } from './client-address.ts';

/**
 * Who may read /metrics: whoever shows the token; where none is set, this machine alone, and not through a proxy.
 */
export function mayScrape(headers: Headers, token: string | undefined): boolean {
  if (token === undefined) return headers.get(directHeader) === '1' && isLoopback(addressOf(headers));
  const wanted = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(headers.get('authorization') ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function isLoopback(address: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|::1)$/.test(address);
}
