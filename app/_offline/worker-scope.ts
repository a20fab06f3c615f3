/** What of a service worker's world is used here: its types and those of a page can't be had in one program. */

type Extendable = { waitUntil(work: Promise<unknown>): void };
export type FetchEvent = Extendable & {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
};
export type MessageWithPort = Extendable & { readonly data: unknown; readonly ports: readonly MessagePort[] };

type WorkerScope = {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(kind: 'message', listener: (event: MessageWithPort) => void): void;
};

// A service worker's global is what a page's types call a window.
export const workerScope = globalThis as unknown as WorkerScope;
