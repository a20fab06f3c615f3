import type { Summary } from './statistics.ts';

export type ProblemReport = {
  problem: string;
  /** How many each submission is judged by. */
  tests: number;
  /** Milliseconds by who judges; the peers by one `tsc` and one `node` for all tests. */
  latency: Record<string, Summary>;
  perSecond: Record<string, number>;
};

export type Report = {
  machine: { cores: number; model: string; node: string };
  ownCpu: { sandbox: Summary; node: Summary; ratio: number };
  problems: ProblemReport[];
};

/** The report for people. */
export function tableOf({ machine, ownCpu, problems }: Report): string {
  return [
    `${machine.cores} × ${machine.model}, Node ${machine.node}`,
    tellRatio(ownCpu),
    ...problems.flatMap(linesOf),
  ].join('\n');
}

export function tellRatio({ ratio, sandbox, node }: Report['ownCpu']): string {
  return `A solution's own CPU time: ${sandbox.p50} ms in the sandbox, ${node.p50} ms in bare Node (medians of ${node.runs}), ratio ${ratio}`;
}

function linesOf({ problem, tests, latency, perSecond }: ProblemReport): string[] {
  return [
    `\n${problem}, ${tests} tests`,
    `  ${'milliseconds'.padEnd(20)} ${['runs', 'p50', 'p95', 'p99', '× ours', 'per s'].map(pad).join('')}`,
    ...Object.entries(latency).map(([name, { runs, p50, p95, p99 }], _, [first]) => {
      const ours = first?.[1].p50 ?? p50;
      const cells = [runs, p50, p95, p99, (p50 / ours).toFixed(1), perSecond[name] ?? ''];
      return `  ${name.padEnd(20)} ${cells.map(pad).join('')}`;
    }),
  ];
}

function pad(cell: string | number): string {
  return String(cell).padStart(9);
}
