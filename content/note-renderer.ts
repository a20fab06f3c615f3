/**
 * Renders what readers wrote, on a thread that can be stopped: `**a*` again and again takes markdown time that grows with
 * the square (0.6 s for twenty thousand characters, 9.4 s for eighty thousand; measured), in which the process would
 * answer nobody else.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answer, Order } from './note-renderer/wire.ts';

/** How long a text may take, milliseconds; an ordinary one takes some ten. */
const patienceMs = 1000;
/** How many may wait their turn. */
const mostWaiting = 50;

export type NoteRenderer = {
  /** Safe HTML; undefined where it took too long or too many wait: then it is shown as it was written. */
  render(markdown: string): Promise<string | undefined>;
  close(): Promise<void>;
};

/** `contentFolder` holds {@link file://./note-renderer/worker.ts}, which runs beside the process. */
export function openNoteRenderer(contentFolder: string): NoteRenderer {
  const file = pathToFileURL(join(contentFolder, 'note-renderer', 'worker.ts'));
  let worker: Worker | undefined;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function renderNow(markdown: string): Promise<string | undefined> {
    worker ??= await begin(file);
    const running = worker;
    const html = await ask(running, { markdown });
    if (html === undefined) {
      worker = undefined;
      await running.terminate();
    }
    return html;
  }

  return {
    render: (markdown) => {
      if (waiting >= mostWaiting) return Promise.resolve(undefined);
      waiting += 1;
      const mine = last
        .then(() => renderNow(markdown))
        .finally(() => {
          waiting -= 1;
        });
      last = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      await last;
      await worker?.terminate();
    },
  };
}

// Loading the renderer takes longer than a text may, and is no fault of the text.
async function begin(file: URL): Promise<Worker> {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: 256 } });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  // It does not keep a process alive that has nothing else to do.
  worker.unref();
  return worker;
}

function ask(worker: Worker, order: Order): Promise<string | undefined> {
  return new Promise((resolve) => {
    const done = (answer: Answer | undefined) => {
      clearTimeout(timer);
      worker.off('message', done);
      worker.off('error', fail);
      worker.off('exit', fail);
      resolve(answer?.html);
    };
    // Out of memory, or gone.
    const fail = () => done(undefined);
    const timer = setTimeout(fail, patienceMs);
    worker.on('message', done);
    worker.on('error', fail);
    worker.on('exit', fail);
    worker.postMessage(order);
  });
}
