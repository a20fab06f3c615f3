import { bundleWorker } from './bundle-worker.ts';
import { lightenPages } from './lighten-pages.ts';

/** What is made of what `next build` wrote: light pages to read, and the service worker that knows all of it. */
export async function finishBuild(nextFolder: string): Promise<void> {
  await lightenPages(nextFolder);
  await bundleWorker(nextFolder);
}
