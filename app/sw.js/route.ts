import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { development } from '#app/_policy/config.ts';

export const dynamic = 'force-dynamic';

const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' };

/** The service worker of this build. While developing there is none, and one that a built site left here goes. */
export async function GET(): Promise<Response> {
  if (development) return new Response(leave, { headers });
  try {
    return new Response(await readFile(join(process.cwd(), '.next/offline/worker.js'), 'utf8'), { headers });
  } catch {
    return new Response(null, { status: 404 });
  }
}

const leave = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
`;
