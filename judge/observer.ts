/** The judge's own ear for those who look after it: /healthz, /readyz and /metrics on a port of its own. */
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentType, type Registry } from './exposition.ts';

export type ObserverOptions = {
  port: number;
  host: string;
  registry: Registry;
  /** What it takes to grade, by name. */
  checks: () => Record<string, boolean>;
  /** Who scrapes has to show this, where it is set. */
  metricsToken: string | undefined;
};

export type Observer = { port: number; close(): Promise<void> };

/** Listens until closed. Rejects where the port is taken. */
export async function openObserver(options: ObserverOptions): Promise<Observer> {
  const server = createServer({ requestTimeout: 5000, headersTimeout: 5000 }, (request, response) => {
    const { status, type, body } = answer(request, options);
    send(response, { status, type, body: request.method === 'HEAD' ? '' : body });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { status: number; type: string; body: string };

function answer({ method, url, headers }: IncomingMessage, options: ObserverOptions): Answer {
  if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'method not allowed' });
  switch (url?.split('?')[0]) {
    case '/healthz':
      return json(200, { status: 'ok' });
    case '/readyz': {
      const checks = options.checks();
      const ready = Object.values(checks).every(Boolean);
      return json(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', checks });
    }
    case '/metrics':
      return mayScrape(headers.authorization, options.metricsToken)
        ? { status: 200, type: contentType, body: options.registry.text() }
        : json(401, { error: 'a token is needed' });
    default:
      return json(404, { error: 'not found' });
  }
}

function mayScrape(claimed: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const wanted = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(claimed ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', body: `${JSON.stringify(body)}\n` };
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}
