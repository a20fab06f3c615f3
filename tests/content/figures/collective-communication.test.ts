import { expect, test } from 'vitest';
import { reduceScatter } from './collective-communication.ts';

test('a ring of three leaves the sums of the example, one with each', () => {
  const sums = reduceScatter([
    [1, 2, 3],
    [10, 20, 30],
    [100, 200, 300],
  ]);
  expect(sums.toSorted((a, b) => a - b)).toEqual([111, 222, 333]);
});

test('in a hierarchy two reduce-scatters and two all-gathers, in this order, leave all with the sum', () => {
  const machines = 4;
  const gpus = 2;
  const parts = machines * gpus;
  const own = (machine: number, gpu: number) => upTo(parts).map((part) => 10 ** machine * (gpu + 1) + part);
  // Each GPU of a machine gets the machine's sum of half the parts, then of these the whole sum of one.
  const ofMachine = (machine: number, gpu: number, place: number) =>
    sum(upTo(gpus).map((other) => own(machine, other)[gpu * machines + place] ?? 0));
  const held = (machine: number, gpu: number) =>
    sum(upTo(machines).map((other) => ofMachine(other, gpu, machine)));
  const gathered = (gpu: number) => upTo(machines).map((machine) => held(machine, gpu));
  const wanted = upTo(parts).map((part) => sum([1, 10, 100, 1000]) * (1 + 2) + part * parts);
  expect(upTo(gpus).flatMap(gathered)).toEqual(wanted);
});

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
