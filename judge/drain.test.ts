import { expect, test } from 'vitest';
import { drainWithin } from './drain.ts';

const never = new Promise<never>(() => undefined);

function draining(change: Partial<Parameters<typeof drainWithin>[0]>) {
  const said: string[] = [];
  let given = 0;
  const options = {
    drain: () => Promise.resolve(),
    giveBack: async () => {
      given += 1;
    },
    drainMs: 2 ** 30,
    insisted: never,
    log: (_level: string, message: string) => said.push(message),
    ...change,
  };
  return { options, said, given: () => given };
}

test('what finishes in time is not given back', async () => {
  const { options, given, said } = draining({});
  expect(await drainWithin(options)).toBe(true);
  expect(given()).toBe(0);
  expect(said).toEqual(['draining', 'drained']);
});

test.each([
  ['time is up', { drain: () => never, drainMs: 0 }],
  ['a second signal', { drain: () => never, insisted: Promise.resolve() }],
  ['draining fails', { drain: () => Promise.reject(new Error('no database')) }],
])('given back: %s', async (_title, change) => {
  const { options, given } = draining(change);
  expect(await drainWithin(options)).toBe(true);
  expect(given()).toBe(1);
});

test('a database that refuses what is given back is not held to have taken it', async () => {
  const refuse = () => Promise.reject(new Error('no database'));
  const { options, said } = draining({ drain: () => never, drainMs: 0, giveBack: refuse });
  expect(await drainWithin(options)).toBe(false);
  expect(said.at(-1)).toMatch(/leases run out/);
});
