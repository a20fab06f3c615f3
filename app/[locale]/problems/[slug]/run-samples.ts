import type { PublicProblem } from '#content/public-problem.ts';
import type { SampleResult } from '#judge/samples.ts';
import type { WorkerReply, WorkerRequest } from './samples.worker.ts';

/** What a sample came to in the browser; `TLE` where it ran into the limit. */
export type SampleOutcome = Omit<SampleResult, 'verdict'> & { verdict: SampleResult['verdict'] | 'TLE' };

export type SamplesRun = {
  finished: Promise<{ kind: 'done' } | { kind: 'stopped' } | { kind: 'failed'; message: string }>;
  stop(): void;
};

export type SampleRunner = {
  /** Loads what a run needs ahead of it, so that its answer comes at once. */
  warm(): void;
  /** Runs all samples and tells each result; a sample over the time limit ends the run. */
  run(solution: string, onResult: (result: SampleOutcome) => void): SamplesRun;
  close(): void;
};

/** tfjs may come over a slow line; only what runs afterwards counts as the solution's time. */
const loadMs = 60_000;

const lookEveryMs = 250;
/** Where nothing ran here, as on a machine that slept, nothing ran in the worker. A hidden page looks once a second. */
const mostBetweenLooksMs = 1000;

/** Each run has a worker of its own: made ahead, ended with the run, so that no solution meets what another left. */
export function openSampleRunner(problem: PublicProblem): SampleRunner {
  let spare: Worker | undefined;
  const drop = () => {
    spare?.terminate();
    spare = undefined;
  };
  const warm = () => {
    if (spare) return;
    spare = openWorker(problem);
    spare.onerror = (event) => {
      // The run that needs it tries once more, and tells what is wrong.
      event.preventDefault();
      drop();
    };
  };
  return {
    warm,
    close: drop,
    run: (solution, onResult) => {
      const worker = spare ?? openWorker(problem);
      spare = undefined;
      const started = runIn(worker, { problem, solution, onResult });
      void started.finished.then(warm);
      return started;
    },
  };
}

function openWorker({ runtime }: PublicProblem): Worker {
  const worker = new Worker(new URL('./samples.worker.ts', import.meta.url), { type: 'module' });
  worker.postMessage({ kind: 'load', runtime } satisfies WorkerRequest);
  return worker;
}

type Job = { problem: PublicProblem; solution: string; onResult: (result: SampleOutcome) => void };

function runIn(worker: Worker, { problem, solution, onResult }: Job): SamplesRun {
  const { driver, samples, runtime, limits } = problem;
  const limitMs = limits.timeMs * 2;
  let end: (ending: Awaited<SamplesRun['finished']>) => void = () => undefined;
  const finished = new Promise<Awaited<SamplesRun['finished']>>((resolve) => {
    end = (ending) => {
      callOff();
      worker.terminate();
      resolve(ending);
    };
  });
  let judged = 0;
  const tooLong = () => {
    const sample = samples[judged];
    if (sample) {
      const failure = { kind: 'time', clock: 'wall', limitMs } as const;
      onResult({ name: sample.name, verdict: 'TLE', failure, output: null, console: '', elapsedMs: limitMs });
    }
    end({ kind: 'done' });
  };
  let callOff = after(loadMs, () => end({ kind: 'failed', message: 'the worker did not start' }));
  worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
    callOff();
    switch (data.kind) {
      case 'running':
        callOff = after(limitMs, tooLong);
        return;
      case 'result':
        judged += 1;
        callOff = after(limitMs, tooLong);
        onResult(data.result);
        return;
      case 'done':
      case 'failed':
        end(data);
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end({ kind: 'failed', message: event.message || 'the worker could not start' });
  };
  const job = { runtime, driver, solution, samples, limits };
  worker.postMessage({ kind: 'run', job } satisfies WorkerRequest);
  return { finished, stop: () => end({ kind: 'stopped' }) };
}

/** Acts once so many milliseconds have passed here; returns what calls it off. */
function after(ms: number, act: () => void): () => void {
  let left = ms;
  let looked = performance.now();
  const looking = setInterval(() => {
    const now = performance.now();
    left -= Math.min(now - looked, mostBetweenLooksMs);
    looked = now;
    if (left > 0) return;
    clearInterval(looking);
    act();
  }, lookEveryMs);
  return () => clearInterval(looking);
}
