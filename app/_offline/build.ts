/** What the service worker knows of the build it belongs to; written into it by `bin/build-site/bundle-worker.ts`. */
export type Build = {
  id: string;
  /** Pages that are the same for everybody: these alone are ever kept as they were asked for. */
  pages: string[];
  /** What is kept at once: the way in, in both languages, and what it needs. */
  core: string[];
  /** By language, all that its questions need beyond that, and its size on the wire in bytes. */
  questions: Record<string, { addresses: string[]; bytes: number }>;
};

/** What a page tells the worker. */
export type ToWorker =
  | { kind: 'take-up' }
  | { kind: 'visited'; path: string; assets: string[] }
  | { kind: 'due'; paths: string[] }
  | { kind: 'keep'; locale: string }
  | { kind: 'forget'; locale: string }
  | { kind: 'state'; locale: string };

/** What the worker answers, through the port that came with the message. */
export type FromWorker =
  | { kind: 'state'; kept: boolean; bytes: number }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'failed' };

/** Bears the id of the build that made a page, so that a worker keeps none of another. */
export const buildHeader = 'x-whetstone-build';
