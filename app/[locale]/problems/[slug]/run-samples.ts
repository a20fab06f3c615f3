import type { PublicProblem } from '#content/public-problem.ts';
import type { SampleJob, SampleResult } from '#judge/samples.ts';
import type { RunReply } from './samples.worker.ts';

/** What a sample came to in the browser; `stopped` where it ran into the limit. */
export type SampleOutcome = Omit<SampleResult, 'verdict'> & { verdict: SampleResult['verdict'] | 'TLE' };

export type SamplesRun = {
  finished: Promise<{ kind: 'done' } | { kind: 'stopped' } | { kind: 'failed'; message: string }>;
  stop(): void;
};

/** Loading tfjs may take this long before the first sample's time counts. */
const loadMs = 15_000;

/** Runs all samples in a fresh worker and tells each result; a sample over the time limit ends the run. */
export function runSamples(
  problem: PublicProblem,
  solution: string,
  onResult: (result: SampleOutcome) => void,
): SamplesRun {
  const worker = new Worker(new URL('./samples.worker.ts', import.meta.url), { type: 'module' });
  const { driver, samples, runtime, limits } = problem;
  const limitMs = limits.timeMs * 2;
  let end: (ending: Awaited<SamplesRun['finished']>) => void = () => undefined;
  const finished = new Promise<Awaited<SamplesRun['finished']>>((resolve) => {
    end = (ending) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(ending);
    };
  });
  let next = 0;
  const tooLong = () => {
    const sample = samples[next];
    if (sample) {
      const failure = { kind: 'time', clock: 'wall', limitMs } as const;
      onResult({ name: sample.name, verdict: 'TLE', failure, output: null, console: '', elapsedMs: limitMs });
    }
    end({ kind: 'done' });
  };
  let timer = setTimeout(tooLong, loadMs);
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(tooLong, limitMs);
  };
  worker.onmessage = ({ data }: MessageEvent<RunReply>) => {
    if (data.kind !== 'loaded' || runtime === 'plain') restart();
    if (data.kind === 'result') {
      next += 1;
      onResult(data.result);
    } else if (data.kind !== 'loaded') end(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end({ kind: 'failed', message: event.message || 'the worker could not start' });
  };
  worker.postMessage({ runtime, driver, solution, samples, limits } satisfies SampleJob);
  return { finished, stop: () => end({ kind: 'stopped' }) };
}
