import { expect, test } from 'vitest';
import { openAcceptance } from './acceptance.ts';

test('however many look at the list, submissions are counted once a minute', async () => {
  let [now, counts] = [0, 0];
  const acceptance = openAcceptance(
    async () => [{ slug: 'prune', judged: ++counts, accepted: 1 }],
    () => now,
  );
  const judged = async () => (await acceptance())[0]?.judged;
  expect(await Promise.all([judged(), judged(), judged()])).toEqual([1, 1, 1]);
  now = 59_999;
  expect(await judged()).toBe(1);
  now = 60_000;
  expect([await judged(), await judged()]).toEqual([2, 2]);
});

test('a database that was away is asked again by whoever comes next', async () => {
  const answers = [Promise.reject(new Error('away')), Promise.resolve([])];
  const acceptance = openAcceptance(
    () => answers.shift() ?? Promise.reject(new Error('asked too often')),
    () => 0,
  );
  await expect(acceptance()).rejects.toThrow('away');
  expect(await acceptance()).toEqual([]);
  expect(await acceptance()).toEqual([]);
});
