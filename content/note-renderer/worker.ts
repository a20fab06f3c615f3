/** The thread that renders; {@link file://../note-renderer.ts} starts and stops it. */
import { parentPort } from 'node:worker_threads';
import { renderNote } from '../markdown.ts';
import type { Answer, Order } from './wire.ts';

// The first rendering loads grammars and themes.
await renderNote('```ts\n```');

parentPort?.on('message', async ({ markdown }: Order) => {
  const answer: Answer = { html: await renderNote(markdown).catch(() => undefined) };
  parentPort?.postMessage(answer);
});

parentPort?.postMessage({ html: undefined } satisfies Answer);
