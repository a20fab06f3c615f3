import { describe, expect, test, vi } from 'vitest';
import type { GradableGroup, GradableProblem } from './gradable-problem.ts';
import { grade, type Stations } from './grade.ts';
import { encodePlain, type PlainData } from './plain-data.ts';
import type { TestClaim } from './sandbox.ts';
import type { SoFar } from './so-far.ts';
import type { Failure } from './verdict.ts';

const title = { en: 'Group', zh: '组' };

function group(name: string, change: Partial<GradableGroup> = {}): GradableGroup {
  return {
    name,
    title,
    points: name === 'sample' ? 0 : 50,
    sample: name === 'sample',
    tolerance: { default: { kind: 'exact' }, fields: {} },
    fullFeedback: false,
    validator: false,
    tests: [1, 2].map((n) => ({
      name: `${name}/${n}`,
      hint: title,
      description: null,
      args: n,
      heldOut: undefined,
      expected: n * 10,
    })),
    ...change,
  };
}

function problem(groups: GradableGroup[]): GradableProblem {
  return {
    slug: 'times-ten',
    version: 'sha256:0',
    runtime: 'plain',
    entryPoints: ['timesTen'],
    limits: { timeMs: 100, wallMs: 400, memoryMiB: 64, outputKiB: 64, codeKiB: 64 },
    signature: '',
    driver: {},
    validator: { 'output_validator/check.ts': '' },
    groups,
    misconceptions: [],
  };
}

type Answer = (args: PlainData, index: number) => TestClaim['outcome'];

const right: Answer = (args) => ({ kind: 'returned', output: Number(args) * 10 });
const failed = (verdict: 'TLE' | 'RTE', failure: Failure): TestClaim['outcome'] => ({
  kind: 'failed',
  verdict,
  failure,
});

function stations(answer: Answer, change: Partial<Stations> = {}): Stations {
  return {
    compiler: {
      compile: async () => ({ kind: 'compiled', javascript: 'export {}' }),
      edits: async () => [],
      close: async () => undefined,
    },
    sandboxes: {
      async *run(request) {
        for (const [index, { args }] of request.tests.entries()) {
          yield { index, outcome: answer(args, index), cpuMs: 2, memoryKiB: 100, console: 'printed' };
        }
      },
      close: async () => undefined,
    },
    reference: {
      backend: { name: 'cpu', device: 'none' },
      generate: async () => Promise.reject(new Error('not for grading')),
      reference: async () => Promise.reject(new Error('not for grading')),
      validate: async () => ({ accepted: true }),
      conformance: async () => Promise.reject(new Error('not for grading')),
      measure: async () => Promise.reject(new Error('not for grading')),
      passedOver: () => [],
      second: async () => Promise.reject(new Error('not for grading')),
      close: async () => undefined,
    },
    ...change,
  };
}

const listener = { status: () => undefined, test: () => undefined };
const job = (groups: GradableGroup[]) => ({ source: 'export {}', problem: problem(groups) });

test('a right solution is accepted with all points, and each test is told as it is judged', async () => {
  const told = vi.fn();
  const verdict = await grade(job([group('sample'), group('a'), group('b')]), stations(right), {
    status: () => undefined,
    test: (index, result) => told(index, result.name),
  });
  expect(verdict).toMatchObject({ verdict: 'AC', score: 100, maxScore: 100, cpuMs: 2, memoryKiB: 100 });
  expect(told.mock.calls).toEqual([
    [0, 'sample/1'],
    [1, 'sample/2'],
    [2, 'a/1'],
    [3, 'a/2'],
    [4, 'b/1'],
    [5, 'b/2'],
  ]);
});

test('a group that fails costs its points and no others', async () => {
  const wrongOnTwo: Answer = (args) => ({ kind: 'returned', output: args === 2 ? 0 : Number(args) * 10 });
  const easy = group('easy', { tests: group('easy').tests.slice(0, 1) });
  const verdict = await grade(job([easy, group('hard')]), stations(wrongOnTwo), listener);
  expect(verdict).toMatchObject({ verdict: 'WA', score: 50, maxScore: 100 });
  expect(verdict.tests.map(({ hint }) => hint)).toEqual([null, null, title]);
});

test('nothing that a secret case knows is told: neither values nor what the solution printed or threw', async () => {
  const leaks: Answer = (_args, index) =>
    index === 0
      ? { kind: 'returned', output: 1 }
      : failed('RTE', { kind: 'threw', name: 'secret input', message: 'secret input', line: 3, column: 1 });
  const verdict = await grade(job([group('a')]), stations(leaks), listener);
  expect(verdict.tests.map((result) => result.failure)).toEqual([
    { kind: 'secret' },
    { kind: 'threw', name: 'Error', message: '', line: 3, column: 1 },
  ]);
  expect(JSON.stringify(verdict)).not.toMatch(/secret input|printed/);
});

test('a group with full feedback and a sample tell what was expected', async () => {
  const zero: Answer = () => ({ kind: 'returned', output: 0 });
  const verdict = await grade(
    job([group('sample'), group('open', { fullFeedback: true })]),
    stations(zero),
    listener,
  );
  for (const result of verdict.tests) expect(result.failure).toMatchObject({ kind: 'values' });
});

test('what was answered wrongly in a sample is kept to be drawn; a long answer and those of secret cases are not', async () => {
  const groups = [group('sample'), group('open', { fullFeedback: true }), group('a')];
  const outputsOf = async (answer: PlainData) => {
    const wrongOnTwo: Answer = (args) => ({
      kind: 'returned',
      output: args === 2 ? answer : Number(args) * 10,
    });
    const { tests } = await grade(job(groups), stations(wrongOnTwo), listener);
    return tests.flatMap(({ name, output }) => (output === undefined ? [] : [[name, output]]));
  };
  expect(await outputsOf([-0, 1])).toEqual([['sample/2', encodePlain([-0, 1])]]);
  // What would turn a page around is not kept.
  expect(await outputsOf(['\u202e'])).toEqual([]);
  expect(await outputsOf(['\u001b[31m'])).toEqual([]);
  expect(await outputsOf('x'.repeat(40_000))).toEqual([]);
});

test('a sandbox that is killed in one group leaves the next group its chance, took the limit and gets no hint', async () => {
  const killed = failed('TLE', { kind: 'time', clock: 'cpu', limitMs: 100 });
  const base = stations(right);
  const slowInA: Stations = {
    ...base,
    sandboxes: {
      async *run(request) {
        const slow = request.tests.length === 3;
        if (slow) yield { index: 0, outcome: killed, cpuMs: 111, memoryKiB: 1, console: '' };
        else yield* base.sandboxes.run(request);
      },
      close: async () => undefined,
    },
  };
  const one = group('b', { tests: group('b').tests.slice(0, 1) });
  const verdict = await grade(job([group('a'), one]), slowInA, listener);
  expect(verdict).toMatchObject({ verdict: 'TLE', cpuMs: 100 });
  expect(verdict.tests.map(({ hint }) => hint)).toEqual([null, null]);
  expect(verdict.groups.map((result) => [result.verdict, result.score, result.run])).toEqual([
    ['TLE', 0, 1],
    ['AC', 50, 1],
  ]);
});

const claim = (index: number) => ({
  index,
  outcome: { kind: 'returned', output: 10 } as const,
  cpuMs: 0,
  memoryKiB: 0,
  console: '',
});

test.each([
  ['says nothing at all', []],
  ['falls silent after the first test', [0]],
  ['answers twice for one test', [0, 0]],
  ['answers in another order', [1, 0]],
  ['answers for a test that was not asked', [7]],
  ['answers for a test before the first', [-1]],
  ['goes on after the last test', [0, 1, 2]],
])('a sandbox that %s is a judge error, never accepted', async (_what, indices) => {
  const broken = stations(right, {
    sandboxes: {
      async *run() {
        for (const index of indices)
          yield { ...claim(index), outcome: { kind: 'returned', output: (index + 1) * 10 } };
      },
      close: async () => undefined,
    },
  });
  await expect(grade(job([group('a')]), broken, listener)).rejects.toMatchObject({ code: 'BROKEN_SANDBOX' });
});

test('the validator is asked only where the comparison accepts, and its word is final', async () => {
  const validate = vi.fn(async () => ({
    accepted: false as const,
    message: { en: 'too far off', zh: '误差过大' },
  }));
  const base = stations(right);
  const strict = { ...base, reference: { ...base.reference, validate } };
  const rejected = await grade(job([group('a', { validator: true, fullFeedback: true })]), strict, listener);
  expect(rejected.tests[0]).toMatchObject({ verdict: 'WA', failure: { kind: 'validator' } });
  expect(validate).toHaveBeenCalledTimes(2);

  validate.mockClear();
  const wrong = { ...stations(() => ({ kind: 'returned', output: 'x' })), reference: strict.reference };
  await grade(job([group('a', { validator: true })]), wrong, listener);
  expect(validate).not.toHaveBeenCalled();
});

test('what does not compile is never run', async () => {
  const run = vi.fn();
  const diagnostic = { line: 1, column: 2, endLine: 1, endColumn: 3, code: 'TS2322', message: 'no' };
  const verdict = await grade(
    job([group('a')]),
    stations(right, {
      compiler: {
        compile: async () => ({ kind: 'rejected', diagnostics: [diagnostic] }),
        edits: async () => [],
        close: async () => undefined,
      },
      sandboxes: { run, close: async () => undefined },
    }),
    listener,
  );
  expect(verdict).toMatchObject({ verdict: 'CE', score: 0, compile: [diagnostic], tests: [] });
  expect(run).not.toHaveBeenCalled();
});

describe('the mistake of adding in place of multiplying is named', () => {
  const groups = [group('a'), group('b')];
  const adds = {
    id: 'adds',
    title,
    message: title,
    right: [],
    outputs: { 'a/1': 11, 'a/2': 12, 'b/1': 11, 'b/2': 12 },
  };
  const named = async (answer: Answer, change: Partial<Stations> = {}) => {
    const asked = { source: 'export {}', problem: { ...problem(groups), misconceptions: [adds] } };
    const verdict = await grade(asked, stations(answer, change), listener);
    expect(verdict.verdict).toBe('WA');
    return verdict.diagnosis?.id;
  };
  const added: Answer = (args) => ({ kind: 'returned', output: Number(args) + 10 });

  test('where every answer is what it gives', async () => {
    expect(await named(added)).toBe('adds');
  });

  test('not where a later test crashes', async () => {
    const threw: Failure = { kind: 'threw', name: 'Error', message: '', line: null, column: null };
    expect(await named((args, at) => (at === 3 ? failed('RTE', threw) : added(args, at)))).toBeUndefined();
  });

  test('not where the sandbox dies later, and takes tests with it', async () => {
    const base = stations(added).sandboxes;
    const late = failed('TLE', { kind: 'time', clock: 'cpu', limitMs: 100 });
    const sandboxes: Stations['sandboxes'] = {
      ...base,
      async *run(request) {
        for await (const claimed of base.run(request)) {
          if (claimed.index < 2) yield claimed;
          if (claimed.index === 2) yield { ...claimed, outcome: late };
        }
      },
    };
    expect(await named(added, { sandboxes })).toBeUndefined();
  });
});

describe('a grading that another began', () => {
  const groups = ['sample', 'first', 'second', 'third'].map((name) => group(name));
  const doubled = {
    id: 'doubled',
    right: [],
    title,
    message: title,
    outputs: Object.fromEntries(
      groups.flatMap(({ tests }) => tests.map(({ name, args }) => [name, Number(args) * 2])),
    ),
  };
  const quintupled = { ...doubled, id: 'quintupled', outputs: { ...doubled.outputs, 'sample/1': 5 } };
  const whole = { ...problem(groups), misconceptions: [doubled, quintupled] };
  const wrongly: Answer = (args) => ({ kind: 'returned', output: Number(args) * 2 });
  const dies: Stations['sandboxes'] = {
    async *run({ tests }) {
      // Over its time in the first test of each sandbox.
      const outcome = failed('TLE', { kind: 'time', clock: 'cpu', limitMs: 100 });
      if (tests[0]) yield { index: 0, outcome, cpuMs: 100, memoryKiB: 100, console: '' };
    },
    close: async () => undefined,
  };

  async function gradeTo(at: Stations, before: SoFar | null = null) {
    const kept: SoFar[] = [];
    const seen: number[] = [];
    const job = { source: '', problem: whole, before };
    const verdict = await grade(job, at, {
      status: () => undefined,
      test: (index) => seen.push(index),
      group: (soFar) => kept.push(JSON.parse(JSON.stringify(soFar()))),
    });
    return { verdict, kept, seen };
  }

  test.each([
    ['answers', stations(wrongly)],
    ['dies in each group', stations(wrongly, { sandboxes: dies })],
  ])('comes to the same verdict from wherever it is gone on with, for a solution that %s', async (_, at) => {
    const once = await gradeTo(at);
    expect(once.kept.map((soFar) => soFar.groups)).toEqual([
      ['sample'],
      ['sample', 'first'],
      ['sample', 'first', 'second'],
    ]);
    for (const before of once.kept) {
      const again = await gradeTo(at, before);
      expect(again.verdict).toEqual(once.verdict);
      expect(again.seen).toEqual(once.seen);
    }
  });

  test('runs only what is left', async () => {
    const { kept } = await gradeTo(stations(right));
    const asked: PlainData[] = [];
    const listens: Answer = (args, index) => {
      asked.push(args);
      return right(args, index);
    };
    const { verdict } = await gradeTo(stations(listens), kept[2] ?? null);
    expect(asked).toHaveLength(2);
    expect(verdict).toMatchObject({ verdict: 'AC', score: 150 });
  });
});
