import { useEffect, useRef, useState } from 'react';
import type { PublicProblem } from '#content/public-problem.ts';
import type { CompileDiagnostic } from '#judge/verdict.ts';
import type { Compiled } from './compile-in-browser.ts';
import { openSampleRunner, type SampleOutcome, type SampleRunner, type SamplesRun } from './run-samples.ts';

export type SamplesState = {
  /** Counts the runs, so that what belongs to an earlier one can be told. */
  turn: number;
  running: boolean;
  results: SampleOutcome[];
  /** What the type checker has against the code: then nothing ran. */
  diagnostics: CompileDiagnostic[];
  /** Why the run didn't come to its end. */
  trouble: Trouble | null;
  /** The very code that passed all samples. */
  greenSource: string | null;
};

export type Trouble =
  | { kind: 'stopped' | 'no-checker' | 'slow-checker' }
  | { kind: 'worker'; message: string };

const idle: SamplesState = {
  turn: 0,
  running: false,
  results: [],
  diagnostics: [],
  trouble: null,
  greenSource: null,
};

/** The samples of a problem, run in the browser one run at a time. */
export function useSamples(problem: PublicProblem) {
  const [state, setState] = useState(idle);
  const runner = useRef<SampleRunner | null>(null);
  const current = useRef<SamplesRun | undefined>(undefined);
  const turn = useRef(0);

  // Workers are outside of React: they end with the page.
  useEffect(() => {
    const opened = openSampleRunner(problem);
    runner.current = opened;
    return () => {
      turn.current += 1;
      current.current?.stop();
      opened.close();
    };
  }, [problem]);

  /** True where every sample passed. */
  async function run(source: string, compile: () => Promise<Compiled>): Promise<boolean> {
    current.current?.stop();
    turn.current += 1;
    const mine = turn.current;
    const change = (changes: Partial<SamplesState>) => {
      if (turn.current === mine) setState((before) => ({ ...before, ...changes }));
    };
    change({ ...idle, turn: mine, running: true });
    const compiled = await compile();
    if (turn.current !== mine) return false;
    if (compiled.kind === 'unable') {
      change({ running: false, trouble: { kind: compiled.why } });
      return false;
    }
    if (compiled.kind === 'refused') {
      change({ running: false, diagnostics: compiled.diagnostics });
      return false;
    }
    const results: SampleOutcome[] = [];
    const started = runner.current?.run(compiled.javascript, (result) => {
      results.push(result);
      change({ results: [...results] });
    });
    if (!started) return false;
    current.current = started;
    const ending = await started.finished;
    if (turn.current !== mine) return false;
    const green =
      results.length === problem.samples.length && results.every(({ verdict }) => verdict === 'AC');
    change({ running: false, trouble: troubleOf(ending), greenSource: green ? source : null });
    return green;
  }

  return {
    ...state,
    run,
    warm: () => runner.current?.warm(),
    stop: () => {
      // While the types are still being checked there is no run to stop, but one to forget.
      if (current.current) current.current.stop();
      turn.current += 1;
      setState((before) => ({ ...before, running: false, trouble: { kind: 'stopped' } }));
    },
  };
}

function troubleOf(ending: Awaited<SamplesRun['finished']>): Trouble | null {
  switch (ending.kind) {
    case 'done':
      return null;
    case 'stopped':
      return { kind: 'stopped' };
    case 'failed':
      return { kind: 'worker', message: ending.message };
  }
}
