/**
 * Runs sample cases beside the page, so that a loop in the solution stops this worker and nothing else. Its policy
 * (next.config.js) lets it load what was built and blobs, and reach no network.
 */
import { runSamples, type SampleJob, type SampleResult } from '#judge/samples.ts';

export type RunReply =
  | { kind: 'loaded' }
  | { kind: 'result'; result: SampleResult }
  | { kind: 'failed'; message: string }
  | { kind: 'done' };

const say = (reply: RunReply) => globalThis.postMessage(reply);

const host = {
  publish: (javascript: string) => URL.createObjectURL(new Blob([javascript], { type: 'text/javascript' })),
  // The bundler must leave this import alone: the address is made here.
  load: (address: string): Promise<unknown> =>
    import(/* webpackIgnore: true */ /* turbopackIgnore: true */ address),
};

globalThis.onmessage = async ({ data }: MessageEvent<SampleJob>) => {
  say({ kind: 'loaded' });
  try {
    for await (const result of runSamples(data, host)) say({ kind: 'result', result });
    say({ kind: 'done' });
  } catch (cause) {
    say({
      kind: 'failed',
      message: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
    });
  }
};
