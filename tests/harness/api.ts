/** The API without a server: its route handlers, called as Next would, on a database of one's own. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { addressHeader } from '#app/_session/client-address.ts';
import { readSiteConfig } from '#app/_session/config.ts';
import { openSite, type Site } from '#app/_session/site.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

const app = join(import.meta.dirname, '../../app');
const origin = 'http://localhost:3000';

export type Visitor = {
  cookie?: string;
  token?: string;
  /** Over what is sent otherwise; `''` sends none. */
  headers?: Record<string, string>;
};
type Sent = Visitor & { body?: unknown };

export type TestApi = {
  database: TestDatabase;
  site: Site;
  /** `call('POST /api/v1/submissions', {…})`: a string body is sent as it is, all else as JSON. */
  call(door: string, sent?: Sent): Promise<Response>;
  close(): Promise<void>;
};

export async function openTestApi(): Promise<TestApi> {
  // A line for each call that went well says nothing in a report of tests.
  vi.stubEnv('WHETSTONE_LOG_LEVEL', 'error');
  const database = await createTestDatabase();
  const opened = openSite(
    readSiteConfig({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      BETTER_AUTH_SECRET: 'a secret of thirty-two characters',
    }),
  );
  const site = { ...opened };
  // Where handlers look for it.
  Object.assign(globalThis, { whetstone: site });
  return {
    database,
    site,
    call,
    close: async () => {
      Object.assign(globalThis, { whetstone: undefined });
      await opened.watcher.close();
      await opened.db.$disconnect();
      await database.drop();
    },
  };
}

const routes = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(api|healthz|readyz|metrics)\b.*route\.ts$/.test(file))
  .map((file) => ({ file, pattern: `/${file.replace(/\/route\.ts$/, '')}` }))
  // What is named comes before what is open, as in Next.
  .sort((a, b) => rank(a.pattern) - rank(b.pattern));

function rank(pattern: string): number {
  return pattern.includes('[...') ? 100 - pattern.length : pattern.split('[').length - 100;
}

/** Every door under /api/v1: `GET /api/v1/problems/{slug}`. */
export async function doorsOfApi(): Promise<string[]> {
  const found = routes.filter(({ pattern }) => pattern.startsWith('/api/v1'));
  const doors = await Promise.all(
    found.map(async ({ file, pattern }) =>
      Object.keys(await load(file)).map((method) => `${method} ${pattern.replace(/\[(\w+)\]/g, '{$1}')}`),
    ),
  );
  return doors.flat().sort();
}

type Params = Record<string, string | string[]>;
type Handler = (request: Request, context: { params: Promise<Params | undefined> }) => Promise<Response>;

function load(file: string): Promise<Record<string, Handler>> {
  return import(join(app, file)) as Promise<Record<string, Handler>>;
}

async function call(door: string, sent: Sent = {}): Promise<Response> {
  const [method = '', address = ''] = door.split(' ');
  const url = new URL(address, origin);
  const { file, params } = match(url.pathname);
  // As Next does it.
  const handler = (await load(file))[method === 'HEAD' ? 'GET' : method];
  if (!handler) throw new Error(`${file} has no ${method}`);
  const { body } = sent;
  const request = new Request(url, {
    method,
    headers: headersOf(sent),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  // As Next does it, which gives a route without parameters nothing.
  const given = Object.keys(params).length > 0 ? params : undefined;
  return handler(request, { params: Promise.resolve(given) });
}

function headersOf({ cookie, token, headers = {}, body }: Sent): Headers {
  const all = {
    host: 'localhost:3000',
    origin,
    [addressHeader]: '192.0.2.1',
    'x-forwarded-proto': 'http',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(cookie !== undefined && { cookie }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...headers,
  };
  return new Headers(Object.entries(all).filter(([, value]) => value !== ''));
}

function match(pathname: string): { file: string; params: Params } {
  for (const { file, pattern } of routes) {
    const expression = pattern.replace(/\[\.\.\.(\w+)\]/g, '(?<$1>.+)').replace(/\[(\w+)\]/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^${expression}$`).exec(pathname);
    if (!found) continue;
    const params = Object.entries(found.groups ?? {}).map(([name, text]) => [
      name,
      pattern.includes(`[...${name}]`) ? text.split('/').map(decodeURIComponent) : decodeURIComponent(text),
    ]);
    return { file, params: Object.fromEntries(params) };
  }
  throw new Error(`nothing answers ${pathname}`);
}

/** The cookies that an answer sets, as a browser would send them back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
}
