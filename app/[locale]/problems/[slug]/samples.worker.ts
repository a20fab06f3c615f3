/**
 * Runs sample cases beside the page, so that a loop in the solution stops this worker and nothing else. Its policy
 * (next.config.js) lets it load what was built and blobs, and reach no network.
 *
 * page → load, run · worker → running, result*, done; failed from anywhere. The page ends the worker.
 */
import { loadRuntime, runSamples, type SampleJob, type SampleResult } from '#judge/samples.ts';

export type WorkerRequest = { kind: 'load'; runtime: SampleJob['runtime'] } | { kind: 'run'; job: SampleJob };

export type WorkerReply =
  | { kind: 'running' }
  | { kind: 'result'; result: SampleResult }
  | { kind: 'failed'; message: string }
  | { kind: 'done' };

const say = (reply: WorkerReply) => globalThis.postMessage(reply);

const host = {
  publish: (javascript: string) => URL.createObjectURL(new Blob([javascript], { type: 'text/javascript' })),
  // The bundler must leave this import alone: the address is made here.
  load: (address: string): Promise<unknown> =>
    import(/* webpackIgnore: true */ /* turbopackIgnore: true */ address),
};

globalThis.onmessage = async ({ data }: MessageEvent<WorkerRequest>) => {
  try {
    if (data.kind === 'load') return await loadRuntime(data.runtime);
    await loadRuntime(data.job.runtime);
    say({ kind: 'running' });
    for await (const result of runSamples(data.job, host)) say({ kind: 'result', result });
    say({ kind: 'done' });
  } catch (cause) {
    // Loading ahead may fail in silence: the run tries again.
    if (data.kind === 'run')
      say({
        kind: 'failed',
        message: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
      });
  }
};
