/** What says, wherever in an error it stands, that the database could not be reached or hung up. */
const kinds = new Set([
  // As `@prisma/driver-adapter-utils` names the errors of drivers.
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
// Prisma's own; Node's; Postgres's classes 08 (connection) and 57P (shut down, starting up).
const codes = /^(?:P1001|P1002|P1008|P1017|P2024|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08\w{3}|57P\d\d)$/;

/**
 * Whether the database was away when this failed. It may be back already, so asking it says nothing about then. Errors come
 * wrapped: a driver's in Prisma's `meta`, and that in the `cause` of whoever asked.
 */
export function lostConnection(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > maxDepth) return false;
  const at = (name: string): unknown => Reflect.get(error, name);
  const said = [at('code'), at('originalCode')].some((code) => typeof code === 'string' && codes.test(code));
  // A socket that is not there is ENOENT, as any file is.
  if (said || kinds.has(String(at('kind'))) || at('syscall') === 'connect') return true;
  const within = [at('cause'), at('meta'), at('driverAdapterError')];
  return within.some((inner) => lostConnection(inner, depth + 1));
}

const maxDepth = 8;
