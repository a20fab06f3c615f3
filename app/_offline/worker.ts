/**
 * The service worker. It keeps what is the same for everybody and nothing else: built pages, assets, and workspaces as a
 * visitor without an account gets them. What belongs to an account never passes through its store. `decide.ts` says
 * what may be kept.
 *
 * Each build has a store of its own, so pages and scripts of two are never mixed. installing → waiting (a page tells the
 * reader) → active, once the reader agrees or all pages are closed. Bundled by
 * {@link file://../../bin/build-site/bundle-worker.ts}.
 */
import { type Build, buildHeader, type FromWorker, type ToWorker } from './build.ts';
import { decide } from './decide.ts';
import { type FetchEvent, type MessageWithPort, workerScope } from './worker-scope.ts';

declare const WHETSTONE_BUILD: Build;

const build = WHETSTONE_BUILD;
const prefix = 'whetstone-build-';
const storeName = `${prefix}${build.id}`;
/** Outlives builds: which languages the reader wants kept. */
const choicesName = 'whetstone-choices';
/** Longer than this a page isn't waited for where a copy is at hand. */
const patienceMs = 4000;

workerScope.addEventListener('install', (event) => event.waitUntil(install()));
workerScope.addEventListener('activate', (event) => event.waitUntil(activate()));
workerScope.addEventListener('message', (event) => event.waitUntil(hear(event)));
workerScope.addEventListener('fetch', (event) => {
  const { request } = event;
  const course = decide(
    {
      method: request.method,
      url: new URL(request.url),
      origin: workerScope.location.origin,
      navigates: request.mode === 'navigate',
      soft: request.headers.get('rsc') === '1',
      starts: request.destination === 'worker',
    },
    build,
  );
  switch (course.kind) {
    case 'pass':
      return;
    case 'asset':
      return event.respondWith(asset(event));
    case 'page':
      return event.respondWith(page(event, course.key));
    case 'soft':
      return event.respondWith(fetch(request).catch(() => loadTheWhole()));
    case 'personal':
      return event.respondWith(personal(request, course));
  }
});

async function install(): Promise<void> {
  const store = await caches.open(storeName);
  await Promise.all(build.core.map((address) => add(store, address)));
  // Whoever had the questions kept has them kept in this version, too; where that fails now, they can ask again.
  for (const locale of await chosen()) await keep(locale, () => undefined).catch(() => undefined);
}

async function activate(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== storeName);
  // A page of the version before, still open in some tab, may yet load a script of its own.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  // The page that brought the worker is served by it from now on.
  await workerScope.clients.claim();
}

async function hear({ data, ports }: MessageWithPort): Promise<void> {
  // Pages of this origin alone can send one, and they send what `askWorker` takes.
  const message = data as ToWorker;
  const tell = (answer: FromWorker) => ports[0]?.postMessage(answer);
  switch (message.kind) {
    case 'take-up':
      return workerScope.skipWaiting();
    case 'visited':
      return visited(message.path, message.assets);
    case 'due':
      return inLanes(message.paths, keepDue);
    case 'state':
      return tell(await stateOf(message.locale));
    case 'keep':
      try {
        await keep(message.locale, (done, total) => tell({ kind: 'progress', done, total }));
        await (await caches.open(choicesName)).put(`/${message.locale}`, new Response());
        return tell(await stateOf(message.locale));
      } catch {
        return tell({ kind: 'failed' });
      }
    case 'forget':
      await (await caches.open(choicesName)).delete(`/${message.locale}`);
      await forget(message.locale);
      return tell(await stateOf(message.locale));
  }
}

async function asset(event: FetchEvent): Promise<Response> {
  const { request } = event;
  // Of whichever build: the address names the content.
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  // While developing, addresses name no content, and nothing is immutable.
  if (response.status === 200 && /immutable/.test(response.headers.get('cache-control') ?? '')) {
    const copy = response.clone();
    event.waitUntil(caches.open(storeName).then((store) => store.put(request.url, copy)));
  }
  return response;
}

async function page(event: FetchEvent, key: string): Promise<Response> {
  const store = await caches.open(storeName);
  const coming = fetch(event.request).then((response) => {
    if (mayKeep(key, response)) event.waitUntil(store.put(key, response.clone()));
    return response;
  });
  const kept = await store.match(key);
  if (!kept) return coming.catch(async () => (await standIn(key)) ?? Response.error());
  const patience = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMs));
  return Promise.race([coming.catch(() => kept), patience]);
}

async function personal(
  request: Request,
  course: { standIn: string; copy: string | null },
): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const store = await caches.open(storeName);
    const kept = (course.copy && (await store.match(course.copy))) || (await store.match(course.standIn));
    if (kept) return kept;
    throw cause;
  }
}

async function standIn(key: string): Promise<Response | undefined> {
  if (/\.json$/.test(key)) return undefined;
  return (await caches.open(storeName)).match(`/${key.startsWith('/zh') ? 'zh' : 'en'}/offline`);
}

/** Next's router takes whatever isn't half a page as the order to load a whole one, which then is from the store. */
function loadTheWhole(): Response {
  return new Response('', { headers: { 'content-type': 'text/plain' } });
}

/** A page was seen, perhaps before there was a worker: it and all that it loaded is kept. */
async function visited(path: string, assets: readonly string[]): Promise<void> {
  const store = await caches.open(storeName);
  const key = keyOf(path);
  if (key !== null) await addMissing(store, key);
  await addAssets(store, assets);
}

/** What a due card is made of will be wanted on the way: an answer, or a problem's workspace and the scripts it names. */
async function keepDue(path: string): Promise<void> {
  const key = keyOf(path);
  if (key === null) return;
  const store = await caches.open(storeName);
  await addMissing(store, key);
  if (/\.\w+$/.test(key)) return;
  const html = (await (await store.match(key))?.text()) ?? '';
  await addAssets(store, html.match(/\/_next\/static\/[\w./~-]+/g) ?? []);
}

/** Under which address a page may be kept; null where it may not. */
function keyOf(path: string): string | null {
  const url = new URL(path, workerScope.location.origin);
  const { origin } = workerScope.location;
  const course = decide({ method: 'GET', url, origin, navigates: true, soft: false }, build);
  return course.kind === 'page' ? course.key : course.kind === 'personal' ? course.copy : null;
}

async function addAssets(store: Cache, addresses: readonly string[]): Promise<void> {
  const ours = new Set(addresses.filter((address) => isAsset(address)));
  await Promise.all([...ours].map((address) => addMissing(store, address)));
}

/** Without cookies: what comes is what anybody would get. Where it doesn't come, it is asked for another time. */
async function addMissing(store: Cache, address: string): Promise<void> {
  if (!(await store.match(address))) await add(store, address).catch(() => undefined);
}

function isAsset(address: string): boolean {
  const url = new URL(address, workerScope.location.origin);
  const { origin } = workerScope.location;
  return decide({ method: 'GET', url, origin, navigates: false, soft: false }, build).kind === 'asset';
}

async function keep(locale: string, tell: (done: number, total: number) => void): Promise<void> {
  const addresses = build.questions[locale]?.addresses ?? [];
  const store = await caches.open(storeName);
  let done = 0;
  await inLanes(addresses, async (address) => {
    if (!(await store.match(address))) await add(store, address);
    done += 1;
    tell(done, addresses.length);
  });
}

/** A few at a time: the reader reads on meanwhile. */
async function inLanes(addresses: readonly string[], act: (address: string) => Promise<void>): Promise<void> {
  const waiting = [...addresses];
  const lane = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) await act(address);
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

async function forget(locale: string): Promise<void> {
  const store = await caches.open(storeName);
  const addresses = build.questions[locale]?.addresses.filter((address) => address.startsWith(`/${locale}/`));
  await Promise.all((addresses ?? []).map((address) => store.delete(address)));
}

async function stateOf(locale: string): Promise<FromWorker> {
  const { addresses, bytes } = build.questions[locale] ?? { addresses: [], bytes: 0 };
  const store = await caches.open(storeName);
  const there = new Set((await store.keys()).map(({ url }) => new URL(url).pathname));
  return { kind: 'state', kept: addresses.every((address) => there.has(address)), bytes };
}

async function chosen(): Promise<string[]> {
  const keys = await (await caches.open(choicesName)).keys();
  return keys.map(({ url }) => new URL(url).pathname.slice(1));
}

async function add(store: Cache, address: string): Promise<void> {
  const response = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
  if (!mayKeep(address, response))
    throw new TypeError(`${address} can't be kept: it answered ${response.status}`);
  await store.put(address, response);
}

/** Pages of this build alone; assets and data are what they are. */
function mayKeep(address: string, { status, redirected, headers }: Response): boolean {
  if (status !== 200 || redirected) return false;
  return /\.\w+$/.test(address) || headers.get(buildHeader) === build.id;
}
