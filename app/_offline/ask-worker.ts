/** Speaks to the service worker. Runs in the browser alone. */
import type { FromWorker, ToWorker } from './build.ts';

/** Where there is one: not without https (but on this machine), and not in every browser. */
export function findWorkers(): ServiceWorkerContainer | undefined {
  return 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
}

/** Sends a message to the worker that is in charge and hears its answers; what comes back ends that. */
export function askWorker(message: ToWorker, hear: (answer: FromWorker) => void): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
  let ended = false;
  void findWorkers()?.ready.then(({ active }) => {
    if (!ended) active?.postMessage(message, [port2]);
  });
  return () => {
    ended = true;
    port1.close();
  };
}
