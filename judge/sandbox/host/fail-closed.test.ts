/** Whatever a guest says wrongly, the submission is not accepted, even where every number it says is right. */
import { expect, test } from 'vitest';
import type { Confined } from '../../confine.ts';
import { createFrameReader, encodeFrame } from '../../frames.ts';
import type { GradableProblem } from '../../gradable-problem.ts';
import { type GradeJob, grade } from '../../grade.ts';
import type { SandboxPool } from '../run.ts';
import type { GuestRequest } from '../wire.ts';
import { converse } from './conversation.ts';
import type { Listener } from './guest-line.ts';
import type { Guest } from './guest-process.ts';
import { runInHalves } from './halves.ts';

const title = { en: 'Group', zh: '组' };
const limits = { timeMs: 1000, wallMs: 4000, memoryMiB: 64, outputKiB: 16, codeKiB: 16 };
const problemOf = (testsInGroup: number): GradableProblem => ({
  slug: 'seven',
  version: 'sha256:0',
  runtime: 'plain',
  entryPoints: ['solve'],
  limits,
  signature: '',
  driver: {},
  validator: null,
  groups: ['sample', 'secret'].map((name) => ({
    name,
    title,
    points: name === 'sample' ? 0 : 100,
    sample: name === 'sample',
    tolerance: { default: { kind: 'exact' }, fields: {} },
    fullFeedback: false,
    validator: false,
    tests: Array.from({ length: testsInGroup }, (_, i) => ({
      name: `${name}/${i}`,
      hint: null,
      description: null,
      args: i,
      heldOut: undefined,
      expected: 7,
    })),
  })),
  misconceptions: [],
});

type Script = (mouth: Mouth) => void;
type Head = Record<string, unknown>;
type Mouth = {
  token: string;
  begin(): void;
  /** A claim of 7 with some of its fields replaced. */
  claim(index: number, change?: Head, output?: string): void;
  frame(text: string | Buffer): void;
  bytes(bytes: Buffer): void;
  die(code?: number): void;
};

/** Grades while `script` plays the guest of four tests; every later guest dies at its first test. */
function gradeAgainst(script: Script) {
  let guests = 0;
  return gradeWith(problemOf(2), (request) => {
    guests += 1;
    return converse(played(guests === 1 ? script : collapse), request);
  });
}

/**
 * The same with two guests of four tests each, every other test to either; `script` plays the first or the second, and an
 * honest one the other.
 */
function gradeInHalves(script: Script, liar: number) {
  let guests = 0;
  return gradeWith(problemOf(4), (request) =>
    guests === 0
      ? runInHalves(request, (part, stop) => {
          const guest = played(guests === liar ? script : honest);
          guests += 1;
          stop.addEventListener('abort', guest.kill);
          return converse(guest, part);
        })
      : converse(played(collapse), request),
  );
}

async function gradeWith(problem: GradableProblem, run: SandboxPool['run']) {
  const job: GradeJob = { source: '', problem };
  const unused = () => Promise.reject(new Error('not asked'));
  return grade(
    job,
    {
      compiler: {
        compile: async () => ({ kind: 'compiled', javascript: '' }),
        edits: unused,
        close: async () => undefined,
      },
      sandboxes: { run, close: async () => undefined },
      reference: {
        backend: { name: 'cpu', device: 'none' },
        generate: unused,
        reference: unused,
        validate: unused,
        conformance: unused,
        measure: unused,
        passedOver: () => [],
        second: unused,
        close: async () => undefined,
      },
    },
    { status: () => undefined, test: () => undefined },
  ).then(
    ({ verdict, score }) => ({ verdict, score }),
    (cause: unknown) => ({ verdict: 'thrown', score: 0, cause }),
  );
}

function honest(mouth: Mouth) {
  mouth.begin();
  for (const index of [0, 1, 2, 3]) mouth.claim(index);
}

function collapse(mouth: Mouth) {
  mouth.begin();
  mouth.die();
}

function played(script: Script): Guest {
  let killed = false;
  const confined = {
    kill: () => undefined,
    usage: () => ({ cpuMs: 10, residentKiB: 50_000, processes: 2 }),
    setMemory: () => undefined,
    ended: Promise.resolve({ code: 0, signal: null, outOfMemory: false }),
  } as unknown as Confined;
  return {
    residentKiB: () => 50_000,
    confined,
    isAbandoned: () => killed,
    isGone: () => false,
    pause: () => undefined,
    listen: () => undefined,
    kill: () => {
      killed = true;
    },
    ask: (asked, listener) => queueMicrotask(() => script(mouthOf(asked, listener))),
  };
}

function mouthOf({ token }: GuestRequest, listener: Listener): Mouth {
  const reader = createFrameReader(listener.maxFrameBytes);
  const die = (code = 0) => listener.onEnd({ code, signal: null, outOfMemory: false, stderr: '' });
  const bytes = (chunk: Buffer) => {
    try {
      for (const frame of reader.push(chunk)) listener.onFrame(frame);
    } catch {
      die(137);
    }
  };
  const frame = (payload: string | Buffer) => bytes(Buffer.from(encodeFrame(payload)));
  return {
    token,
    bytes,
    frame,
    die,
    begin: () => frame(`${JSON.stringify({ kind: 'begun', token })}\n`),
    claim(index, change = {}, output = '7') {
      const outcome = { kind: 'returned' };
      const head = { kind: 'claim', token, index, outcome, cpuMs: 1, heapKiB: 1, console: '', ...change };
      frame(`${JSON.stringify(head)}\n${output}`);
    },
  };
}

const accepted = { verdict: 'AC', score: 100 };

test('an honest guest is accepted, and so are two: the tests below fail for what they change', async () => {
  expect(await gradeAgainst(honest)).toEqual(accepted);
  expect(await gradeInHalves(honest, 0)).toEqual(accepted);
});

/** None of these is accepted, be it one guest for all tests or either of two. */
async function expectRefused(script: Script): Promise<void> {
  const answers = [gradeAgainst(script), gradeInHalves(script, 0), gradeInHalves(script, 1)];
  for (const { verdict, score } of await Promise.all(answers)) {
    expect(verdict).not.toBe('AC');
    expect(score).toBe(0);
  }
}

/** Said in place of the claim of the last test; every other one is right, and the right one follows. */
const instead: Record<string, Script> = {
  'nothing, and the end with code 0': (mouth) => mouth.die(0),
  'an empty frame': (mouth) => mouth.frame(''),
  'a head without its line end': (mouth) => mouth.frame('{"kind":"claim"}'),
  'a head that is no JSON': (mouth) => mouth.frame('{"kind":\n7'),
  'a head that is a list': (mouth) => mouth.frame('[]\n7'),
  'a head that is null': (mouth) => mouth.frame('null\n7'),
  'a head in UTF-16': (mouth) => mouth.frame(Buffer.from('{"kind":"claim"}\n7', 'utf16le')),
  'a head nested 100,000 deep': (mouth) => mouth.frame(`${'['.repeat(1e5)}\n7`),
  'the head twice in one frame': (mouth) => mouth.claim(3, {}, '7\n{"kind":"claim"}\n7'),
  'no token': (mouth) => mouth.claim(3, { token: undefined }),
  'an empty token': (mouth) => mouth.claim(3, { token: '' }),
  'a guessed token': (mouth) => mouth.claim(3, { token: 'x'.repeat(36) }),
  'the token as a list': (mouth) => mouth.claim(3, { token: [mouth.token] }),
  'the token in capitals': (mouth) => mouth.claim(3, { token: `${mouth.token.toUpperCase()}!` }),
  'the claim before once more': (mouth) => mouth.claim(2),
  'the first claim once more': (mouth) => mouth.claim(0),
  'a claim too far': (mouth) => mouth.claim(4),
  'a claim before all': (mouth) => mouth.claim(-1),
  'half an index': (mouth) => mouth.claim(2.5),
  'an index as text': (mouth) => mouth.claim(3, { index: '3' }),
  'no index': (mouth) => mouth.claim(3, { index: undefined }),
  'an index of 2^53': (mouth) => mouth.claim(2 ** 53),
  'an index that is no number': (mouth) => mouth.claim(Number.NaN),
  'another beginning': (mouth) => mouth.begin(),
  'ready once more': (mouth) => mouth.frame('{"kind":"ready"}\n'),
  'an unknown kind': (mouth) => mouth.claim(3, { kind: 'verdict' }),
  'a kind of the prototype': (mouth) => mouth.claim(3, { kind: '__proto__' }),
  'a verdict beside the outcome': (mouth) => mouth.claim(3, { verdict: 'AC' }),
  'a verdict in the outcome': (mouth) => mouth.claim(3, { outcome: { kind: 'returned', verdict: 'AC' } }),
  'an outcome of AC': (mouth) => mouth.claim(3, { outcome: { kind: 'AC' } }),
  'an outcome as text': (mouth) => mouth.claim(3, { outcome: 'returned' }),
  'no outcome': (mouth) => mouth.claim(3, { outcome: undefined }),
  'an outcome with the output in it': (mouth) =>
    mouth.claim(3, { outcome: { kind: 'returned', output: 7 } }, ''),
  'a claim of accepted': (mouth) => mouth.claim(3, { accepted: true }),
  'time below zero': (mouth) => mouth.claim(3, { cpuMs: -1 }),
  'no time': (mouth) => mouth.claim(3, { cpuMs: null }),
  'time as text': (mouth) => mouth.claim(3, { cpuMs: '1' }),
  'time over the limit': (mouth) => mouth.claim(3, { cpuMs: 1001 }),
  'time that no column can hold': (mouth) => mouth.claim(3, { cpuMs: 1e300 }),
  'memory below zero': (mouth) => mouth.claim(3, { heapKiB: -1 }),
  'memory that no column can hold': (mouth) => mouth.claim(3, { heapKiB: 1e300 }),
  'a console over its cap': (mouth) => mouth.claim(3, { console: 'x'.repeat(2 ** 18) }),
  'a console that is a list': (mouth) => mouth.claim(3, { console: ['x'] }),
  'no output': (mouth) => mouth.claim(3, {}, ''),
  'an output that is cut off': (mouth) => mouth.claim(3, {}, '{"$o":[["a",7'),
  'two outputs': (mouth) => mouth.claim(3, {}, '7 7'),
  'an output over the limit': (mouth) => mouth.claim(3, {}, `${' '.repeat(20_000)}7`),
  'an output nested too deep': (mouth) => mouth.claim(3, {}, `${'['.repeat(1e4)}${']'.repeat(1e4)}`),
  'an unknown tag': (mouth) => mouth.claim(3, {}, '{"$x":7}'),
  'a number that is named otherwise': (mouth) => mouth.claim(3, {}, '{"$n":"7"}'),
  'a number of the prototype': (mouth) => mouth.claim(3, {}, '{"$n":"constructor"}'),
  'a BigInt': (mouth) => mouth.claim(3, {}, '{"$b":"7"}'),
  'a BigInt in hexadecimal': (mouth) => mouth.claim(3, {}, '{"$b":"0x7"}'),
  'a BigInt of a million digits': (mouth) => mouth.claim(3, {}, `{"$b":"${'7'.repeat(5000)}"}`),
  'an array of a type of the prototype': (mouth) => mouth.claim(3, {}, '{"$a":"hasOwnProperty","d":"AAAA"}'),
  'an array of half an element': (mouth) => mouth.claim(3, {}, '{"$a":"Float64Array","d":"AAAA"}'),
  'entries that are no entries': (mouth) => mouth.claim(3, {}, '{"$o":[7]}'),
  'a key __proto__ with the answer in it': (mouth) => mouth.claim(3, {}, '{"__proto__":7}'),
  'the right number as text': (mouth) => mouth.claim(3, {}, '"7"'),
  NaN: (mouth) => mouth.claim(3, {}, '{"$n":"NaN"}'),
  undefined: (mouth) => mouth.claim(3, {}, '{"$u":0}'),
  'a broken driver': (mouth) =>
    mouth.frame(`${JSON.stringify({ kind: 'broken', token: mouth.token, message: 'AC' })}\n`),
  'a broken driver with another token': (mouth) => mouth.frame('{"kind":"broken","token":"","message":""}\n'),
  'half a frame, then the end': (mouth) => {
    mouth.bytes(Buffer.from([0, 0, 0, 200, 123, 34]));
    mouth.die(0);
  },
  'half a header, then the end': (mouth) => {
    mouth.bytes(Buffer.from([0, 0]));
    mouth.die(0);
  },
  'a frame of 4 GiB': (mouth) => mouth.bytes(Buffer.from([255, 255, 255, 255])),
  'a frame one byte over the cap': (mouth) => mouth.frame(Buffer.alloc(2 ** 20, 32)),
  'a memory death of its own': (mouth) => mouth.claim(3, { outcome: { kind: 'memory' } }),
  'a failure with too long a path': (mouth) =>
    mouth.claim(3, { outcome: { kind: 'not-plain', path: 'x'.repeat(20_000), actual: '' } }),
  'a failure without its fields': (mouth) => mouth.claim(3, { outcome: { kind: 'threw' } }),
};

test.each(Object.entries(instead))('%s is not accepted', async (_title, lie) => {
  await expectRefused((mouth) => {
    mouth.begin();
    for (const index of [0, 1, 2]) mouth.claim(index);
    lie(mouth);
    mouth.claim(3);
    mouth.die(0);
  });
});

/** The whole conversation, out of order. */
const conversations: Record<string, Script> = {
  silence: (mouth) => mouth.die(0),
  'claims without a beginning': (mouth) => {
    for (const index of [0, 1, 2, 3]) mouth.claim(index);
    mouth.die(0);
  },
  'claims backwards': (mouth) => {
    mouth.begin();
    for (const index of [3, 2, 1, 0]) mouth.claim(index);
  },
  'the last claim alone': (mouth) => {
    mouth.begin();
    mouth.claim(3);
  },
  'two claims exchanged': (mouth) => {
    mouth.begin();
    for (const index of [0, 2, 1, 3]) mouth.claim(index);
  },
  'every claim twice': (mouth) => {
    mouth.begin();
    for (const index of [0, 0, 1, 1, 2, 2, 3, 3]) mouth.claim(index);
  },
  'a claim left out': (mouth) => {
    mouth.begin();
    for (const index of [0, 1, 3]) mouth.claim(index);
    mouth.die(0);
  },
  'the beginning with another token': (mouth) => {
    mouth.frame('{"kind":"begun","token":"x"}\n');
    for (const index of [0, 1, 2, 3]) mouth.claim(index);
  },
};

test.each(Object.entries(conversations))('%s is not accepted', async (_title, script) => {
  await expectRefused(script);
});
