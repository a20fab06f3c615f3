import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeQuantity, parseQuantity, type Quantity } from './quantity.ts';

const get = (text: string): Quantity => {
  const quantity = parseQuantity(text);
  if (quantity === undefined) throw new Error(`${text} is no quantity`);
  return quantity;
};
const grade = (text: string, answer: string, tolerance = 0.01) => gradeQuantity(text, get(answer), tolerance);

test.each<[string, number]>([
  ['1.5 GB', 1.5e9],
  ['1.5e9 B', 1.5e9],
  ['1.5×10⁹ B', 1.5e9],
  ['1.5 * 10^9 bytes', 1.5e9],
  ['1,536 MiB', 1536 * 2 ** 20],
  ['１．５ ＧＢ', 1.5e9],
  ['１，５３６ＭｉＢ', 1536 * 2 ** 20],
  ['12 000 kB', 12e6],
  ['15 亿字节', 1.5e9],
  ['1.5 吉字节', 1.5e9],
  ['512 兆字节', 512e6],
  ['1.5gb', 1.5e9],
  ['12 Gb', 1.5e9],
  ['12 Gbit', 1.5e9],
  ['1.5 billion bytes', 1.5e9],
  ['约 1.5 GB', 1.5e9],
  ['15 ms', 0.015],
  ['15 毫秒', 0.015],
  ['15 µs', 15e-6],
  ['15 微秒', 15e-6],
  ['1.5 小时', 5400],
  ['2 min', 120],
  ['3.35 TB/s', 3.35e12],
  ['400 Gbps', 50e9],
  ['每秒 50 GB', 50e9],
  ['150 tokens/s', 150],
  ['1.5 万 token/秒', 15_000],
  ['150 tps', 150],
  ['150 t/s', 150],
  ['27.3 %', 0.273],
  ['27.3％', 0.273],
  ['百分之 27.3', 0.273],
  ['312 TFLOP/s', 312e12],
  ['312 TFLOPS', 312e12],
  ['67 亿', 6.7e9],
  ['4,194,304', 4_194_304],
  ['1,5 GB', 1.5e9],
  ['27,3 %', 0.273],
])('%s is understood', (text, value) => {
  expect(parseQuantity(text)?.value).toBeCloseTo(value, 6 - Math.ceil(Math.log10(value)));
});

test.each(['', 'GB', 'some GB', '1.2.3 GB', '1.5 GX', '1,5,2 GB', '0x10 B', '--1 s', 'NaN s', '1e999 B'])(
  '%j is none',
  (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  },
);

test.each<[string, string, string]>([
  ['1.5 GB', '1.5 GB', 'right'],
  ['1500 MB', '1.5 GB', 'right'],
  ['1.397 GiB', '1.5 GB', 'right'],
  ['15 亿字节', '1.5 GB', 'right'],
  ['1.5 GiB', '1.5 GB', 'wrong-unit'],
  ['1.5 Gb', '1.5 GB', 'wrong-unit'],
  ['1500 GB', '1.5 GB', 'wrong-unit'],
  ['1.7 GB', '1.5 GB', 'wrong-number'],
  ['1.5', '1.5 GB', 'no-unit'],
  ['1.5 G', '1.5 GB', 'unknown-unit'],
  ['1.5 s', '1.5 GB', 'other-dimension'],
  ['1.5 GB/s', '1.5 GB', 'other-dimension'],
  ['1.5 gigs', '1.5 GB', 'unknown-unit'],
  ['much', '1.5 GB', 'no-number'],
  ['0.25', '25 %', 'right'],
  ['25', '25 %', 'wrong-unit'],
  ['7B', '7000000000', 'right'],
  ['70 亿个参数', '7000000000', 'right'],
  ['7 billion parameters', '7000000000', 'right'],
  ['7M', '7000000000', 'wrong-unit'],
  ['150', '150 tokens/s', 'no-unit'],
  ['150 个 token/秒', '150 tokens/s', 'right'],
  ['150 tokens', '150 tokens/s', 'other-dimension'],
  ['0.15 s', '150 ms', 'right'],
  ['150 秒', '150 ms', 'wrong-unit'],
])('%s where %s is right: %s', (given, answer, kind) => {
  expect(grade(given, answer).kind).toBe(kind);
});

test('who takes GiB for GB is told which unit the number belongs to', () => {
  expect(grade('1.397 GB', '1.5 GB')).toEqual({ kind: 'wrong-unit', unit: 'GB', meant: 'GiB' });
  expect(grade('1.5 GiB', '1.5 GB')).toEqual({ kind: 'wrong-unit', unit: 'GiB', meant: 'GB' });
});

test('who leaves the unit away is told which there are', () => {
  expect(grade('1.5', '1.5 GB')).toEqual({ kind: 'no-unit', examples: ['B', 'GB', 'GiB'] });
  expect(grade('9', '9 tokens/s')).toEqual({ kind: 'no-unit', examples: ['tokens/s'] });
});

const byteUnits = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };
const amount = fc.double({ min: 0.001, max: 1e6, noNaN: true });
const unit = fc.constantFrom(...Object.entries(byteUnits));
const wide = (text: string) =>
  text.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

describe('whatever the number and the unit', () => {
  test('the same amount is right in every unit, in full-width letters too', () => {
    fc.assert(
      fc.property(amount, unit, unit, (number, [name, factor], [other, by]) => {
        const typed = `${(number * factor) / by} ${other}`;
        const answer = { value: number * factor, dimension: get(`1 ${name}`).dimension };
        expect(gradeQuantity(typed, answer, 1e-9).kind).toBe('right');
        expect(gradeQuantity(wide(typed), answer, 1e-9).kind).toBe('right');
      }),
    );
  });

  test('what is off by more than the tolerance is not right, and what is within it is', () => {
    fc.assert(
      fc.property(amount, unit, fc.double({ min: -0.5, max: 0.5, noNaN: true }), (number, [name], off) => {
        fc.pre(Math.abs(Math.abs(off) - 0.01) > 1e-6);
        const kind = grade(`${number * (1 + off)} ${name}`, `${number} ${name}`).kind;
        expect(kind === 'right').toBe(Math.abs(off) < 0.01);
      }),
    );
  });

  test('a right number with a unit beside the right one is told as a matter of the unit', () => {
    fc.assert(
      fc.property(amount, unit, unit, (number, [name, factor], [other, by]) => {
        fc.pre(factor !== by);
        expect(grade(`${number} ${other}`, `${number} ${name}`).kind).toBe('wrong-unit');
      }),
    );
  });

  test('nothing that is typed breaks it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'01.9,eE+-×^⁻⁹ 万亿每秒BKMGib/s%％ｓ０') }),
        (text) => {
          expect(typeof grade(text, '1.5 GB').kind).toBe('string');
        },
      ),
    );
  });
});
