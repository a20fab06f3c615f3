/** The host against a guest that lies. No process is started: the guest is played by the test. */
import { expect, test } from 'vitest';
import type { Confined } from '../../confine.ts';
import type { RunRequest, TestClaim } from '../run.ts';
import { type GuestOutcome, type GuestRequest, writeReply } from '../wire.ts';
import { converse, DriverBroken, GuestLost } from './conversation.ts';
import type { Death, Listener } from './guest-line.ts';
import type { Guest } from './guest-process.ts';

const limits = { timeMs: 1000, wallMs: 4000, memoryMiB: 64, outputKiB: 16, codeKiB: 16 };
const request: RunRequest = {
  runtime: 'plain',
  driver: {},
  solution: '',
  limits,
  seed: 1,
  tests: [{ args: 1 }, { args: 2 }],
};

type Mouth = {
  token: string;
  begin(): void;
  claim(
    index: number,
    change?: Partial<{ token: string; outcome: GuestOutcome; cpuMs: number; output: string }>,
  ): void;
  say(text: string): void;
  die(death?: Partial<Death>): void;
};

/** Plays the guest by `script`; returns what the host made of it. */
async function against(script: (mouth: Mouth) => void) {
  let killed = 0;
  const guest: Guest = {
    residentKiB: () => 50_000,
    confined: fakeConfined(() => undefined),
    isAbandoned: () => killed > 0,
    isGone: () => false,
    pause: () => undefined,
    listen: () => undefined,
    kill: () => {
      killed += 1;
    },
    ask: (asked, listener) => queueMicrotask(() => script(mouthOf(asked, listener))),
  };
  const claims: TestClaim[] = [];
  const run = async () => {
    for await (const claim of converse(guest, request)) claims.push(claim);
  };
  const error = await run().then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return { outcomes: claims.map((claim) => claim.outcome), error, killed };
}

function fakeConfined(kill: () => void, cpuMs = () => 10): Confined {
  return {
    kill,
    usage: () => ({ cpuMs: cpuMs(), residentKiB: 50_000, processes: 2 }),
    setMemory: () => undefined,
    ended: Promise.resolve({ code: 0, signal: null, outOfMemory: false }),
  } as unknown as Confined;
}

function mouthOf({ token }: GuestRequest, listener: Listener): Mouth {
  const say = (text: string) => listener.onFrame(Buffer.from(text));
  return {
    token,
    say,
    begin: () => say(writeReply({ kind: 'begun', token })),
    claim(index, { output = '7', ...change } = {}) {
      const fields = { token, cpuMs: 1, outcome: { kind: 'returned' } as const, ...change };
      say(writeReply({ kind: 'claim', index, heapKiB: 1, console: '', ...fields }, output));
    },
    die: (death = {}) => listener.onEnd({ code: 0, signal: null, outOfMemory: false, stderr: '', ...death }),
  };
}

const returned = { kind: 'returned', output: 7 };
const distrusted = {
  kind: 'failed',
  verdict: 'RTE',
  failure: { kind: 'died', how: 'a reply that makes no sense' },
};

test('an honest guest is believed, and killed after its last claim', async () => {
  const { outcomes, error, killed } = await against((mouth) => {
    mouth.begin();
    mouth.claim(0);
    mouth.claim(1);
  });
  expect({ outcomes, error, killed }).toEqual({
    outcomes: [returned, returned],
    error: undefined,
    killed: 1,
  });
});

test.each<[string, (mouth: Mouth) => void]>([
  ['the same claim twice', (mouth) => mouth.claim(0)],
  ['a claim too far', (mouth) => mouth.claim(2)],
  ['a claim from before', (mouth) => mouth.claim(-1)],
  ['another token', (mouth) => mouth.claim(1, { token: 'guessed' })],
  ['a second beginning', (mouth) => mouth.begin()],
  ['no JSON', (mouth) => mouth.say('{"kind":\n')],
  ['no head', (mouth) => mouth.say('7')],
  [
    'an outcome that is unknown',
    (mouth) => mouth.claim(1, { outcome: { kind: 'AC' } as unknown as GuestOutcome }),
  ],
  ['more fields than there are', (mouth) => mouth.claim(1, { verdict: 'AC' } as object)],
  ['output that is not plain data', (mouth) => mouth.claim(1, { output: '{"$a":"Function","d":""}' })],
  ['output that is no JSON', (mouth) => mouth.claim(1, { output: '' })],
])('after %s nothing more is believed', async (_title, lie) => {
  const { outcomes, killed } = await against((mouth) => {
    mouth.begin();
    mouth.claim(0);
    lie(mouth);
    mouth.claim(1);
    mouth.die();
  });
  expect({ outcomes, killed }).toEqual({ outcomes: [returned, distrusted], killed: 1 });
});

test('a process that ends with code 0 and no claim is not accepted', async () => {
  const { outcomes } = await against((mouth) => {
    mouth.begin();
    mouth.die({ code: 0 });
  });
  expect(outcomes).toEqual([
    { kind: 'failed', verdict: 'RTE', failure: { kind: 'died', how: 'exit code 0' } },
  ]);
});

test.each<[string, Partial<Death>, string]>([
  [
    'SIGABRT after running out of heap',
    { signal: 'SIGABRT', stderr: 'FATAL ERROR: JavaScript heap out of memory' },
    'MLE',
  ],
  [
    'SIGTRAP for an array that is too long',
    { signal: 'SIGTRAP', stderr: 'Fatal JavaScript invalid size error 1' },
    'MLE',
  ],
  ['SIGKILL by the kernel for memory', { signal: 'SIGKILL', outOfMemory: true }, 'MLE'],
  ['SIGSEGV', { signal: 'SIGSEGV' }, 'RTE'],
])('%s is the solution’s fault: %s', async (...[, death, verdict]) => {
  const { outcomes } = await against((mouth) => {
    mouth.begin();
    mouth.die({ code: null, ...death });
  });
  expect(outcomes).toMatchObject([{ kind: 'failed', verdict }]);
});

test('more CPU than allowed is a time limit even where an answer came', async () => {
  const { outcomes } = await against((mouth) => {
    mouth.begin();
    mouth.claim(0, { cpuMs: 1001 });
    mouth.claim(1);
  });
  expect(outcomes).toMatchObject([{ verdict: 'TLE' }, returned]);
});

test('an output over the limit is refused by the host too', async () => {
  const { outcomes } = await against((mouth) => {
    mouth.begin();
    mouth.claim(0, { output: JSON.stringify('x'.repeat(20_000)) });
    mouth.claim(1);
  });
  expect(outcomes).toMatchObject([{ verdict: 'OLE' }, returned]);
});

test.each([
  ['empty lists: three bytes of text, forty in memory', `[${'[],'.repeat(5000)}[]]`],
  ['objects, each with a key of its own', `[${Array.from({ length: 1200 }, (_, n) => `{"k${n}":0}`)}]`],
])('an output that is short, and large once it is read, is over the limit: %s', async (_title, output) => {
  expect(Buffer.byteLength(output)).toBeLessThan(limits.outputKiB * 1024);
  const { outcomes } = await against((mouth) => {
    mouth.begin();
    mouth.claim(0, { output });
    mouth.claim(1);
  });
  expect(outcomes).toMatchObject([{ verdict: 'OLE', failure: { kind: 'output', what: 'result' } }, returned]);
});

test('a list of one-digit numbers may be as long as its text', async () => {
  const { outcomes } = await against((mouth) => {
    mouth.begin();
    mouth.claim(0, { output: `[${'7,'.repeat(8000)}7]` });
    mouth.claim(1);
  });
  expect(outcomes.map(({ kind }) => kind)).toEqual(['returned', 'returned']);
});

test('while outputs wait to be judged the guest has to wait too, and not at its own cost', async () => {
  const large = { ...limits, outputKiB: 4096 };
  const count = 12;
  const output = JSON.stringify('x'.repeat(4e6));
  let heard = 0;
  let paused = false;
  let mouth: Mouth | undefined;
  let cpuMs = 0;
  const guest: Guest = {
    residentKiB: () => 50_000,
    confined: fakeConfined(
      () => undefined,
      () => cpuMs,
    ),
    isAbandoned: () => false,
    isGone: () => false,
    kill: () => undefined,
    pause: () => {
      paused = true;
    },
    listen: () => {
      paused = false;
      queueMicrotask(talk);
    },
    ask: (asked, listener) => {
      mouth = mouthOf(asked, listener);
      mouth.begin();
      queueMicrotask(talk);
    },
  };
  function talk() {
    for (; !paused && heard < count; heard += 1) mouth?.claim(heard, { output });
  }
  const tests = Array.from({ length: count }, (_, args) => ({ args }));
  let judged = 0;
  let most = 0;
  for await (const { outcome } of converse(guest, { ...request, limits: large, tests })) {
    // As long as a validator thinks, the guest has all its time.
    cpuMs += 900;
    await new Promise((resolve) => setImmediate(resolve));
    expect(outcome.kind).toBe('returned');
    judged += 1;
    most = Math.max(most, heard - judged);
  }
  expect(judged).toBe(count);
  expect(most).toBeLessThanOrEqual(3);
});

test('a guest that dies before it begins is our trouble, not the solver’s', async () => {
  expect((await against((mouth) => mouth.die({ code: 1 }))).error).toBeInstanceOf(GuestLost);
});

test('a broken driver is told as such', async () => {
  const { error } = await against((mouth) => {
    mouth.begin();
    mouth.say(writeReply({ kind: 'broken', token: mouth.token, message: 'no drive' }));
  });
  expect(error).toBeInstanceOf(DriverBroken);
});
