import { type Span, type Stage, stages, type Trace, timingOf } from '#judge/trace.ts';
import type { Verdict } from '#judge/verdict.ts';

const meaning: Record<Stage, string> = {
  queue: 'waiting in the queue',
  lease: 'taking the lease',
  load: 'loading the problem',
  checker: 'waiting for a type checker',
  compile: 'type check, strip',
  sandbox: 'taking a sandbox',
  begin: 'handing over, until the first test begins',
  test: 'running tests',
  compare: 'comparing',
  validate: 'asking the validator',
  diagnose: 'naming the misconception',
  tell: 'waiting for progress to be told',
  record: 'writing the verdict',
};

const barWidth = 32;

/** A trace as a table, a stage a line and below it a test a line; the bars are its way from left to right. */
export function traceTable(trace: Trace, verdict: Verdict): string {
  const { totalMs, unaccountedMs, stages: times } = timingOf(trace);
  const of = (wanted: Stage) => trace.spans.filter(({ stage }) => stage === wanted);
  const lines = stages.flatMap((stage) => {
    const time = times.find((one) => one.stage === stage);
    if (!time) return [];
    const hows = [...new Set(of(stage).flatMap(({ how }) => how ?? []))].join(', ');
    const text = `${meaning[stage]}${time.count > 1 ? ` ×${time.count}` : ''}${hows && ` (${hows})`}`;
    return [line({ name: stage, ms: time.ms, bar: bar(of(stage), totalMs), text })];
  });
  const tests = of('test').map((span, index) => {
    const { name = '?', verdict: code = '', cpuMs = 0 } = verdict.tests[index] ?? {};
    return line({
      name: '',
      ms: span.ms,
      bar: bar([span], totalMs),
      text: `${code} ${name}, ${cpuMs.toFixed(1)} ms of CPU`,
    });
  });
  return [
    ...lines,
    line({ name: '', ms: unaccountedMs, bar: ' '.repeat(barWidth), text: 'in none of these' }),
    line({ name: 'total', ms: totalMs, bar: ' '.repeat(barWidth), text: '' }),
    ...(tests.length > 0 ? ['', ...tests] : []),
  ].join('\n');
}

type Line = { name: string; ms: number; bar: string; text: string };

function line({ name, ms, bar: drawn, text }: Line): string {
  return `  ${name.padEnd(9)}${ms.toFixed(2).padStart(9)} ms │${drawn}│ ${text}`.trimEnd();
}

/** Every cell that one of the spans touches. */
function bar(spans: Span[], totalMs: number): string {
  const at = (ms: number) => Math.min(barWidth - 1, Math.floor((ms / totalMs) * barWidth));
  const touched = new Set(
    spans.flatMap(({ startMs, ms }) => {
      const first = at(startMs);
      return Array.from({ length: at(startMs + ms) - first + 1 }, (_, i) => first + i);
    }),
  );
  return Array.from({ length: barWidth }, (_, cell) => (touched.has(cell) ? '█' : ' ')).join('');
}
