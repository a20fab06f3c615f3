import { useRef, useState } from 'react';
import type { PublicProblem } from '#content/public-problem.ts';
import { runSamples, type SampleOutcome, type SamplesRun } from './run-samples.ts';

export type SamplesState = {
  running: boolean;
  results: SampleOutcome[];
  /** Why the run ended before its end. */
  trouble: string | null;
  /** The very code that passed all samples. */
  greenSource: string | null;
};

const idle: SamplesState = { running: false, results: [], trouble: null, greenSource: null };

/** The samples of a problem, run in the browser one run at a time. */
export function useSamples(problem: PublicProblem) {
  const [state, setState] = useState(idle);
  const current = useRef<SamplesRun | undefined>(undefined);

  /** True where every sample passed. */
  async function run(source: string, javascript: string): Promise<boolean> {
    current.current?.stop();
    const results: SampleOutcome[] = [];
    setState({ ...idle, running: true });
    const started = runSamples(problem, javascript, (result) => {
      results.push(result);
      setState((before) => ({ ...before, results: [...results] }));
    });
    current.current = started;
    const ending = await started.finished;
    if (current.current !== started) return false;
    const green =
      results.length === problem.samples.length && results.every(({ verdict }) => verdict === 'AC');
    const trouble = ending.kind === 'failed' ? ending.message : null;
    setState({ running: false, results, trouble, greenSource: green ? source : null });
    return green;
  }

  return { ...state, run, stop: () => current.current?.stop() };
}
