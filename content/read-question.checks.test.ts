import { expect, test } from 'vitest';
import { questionFolderForEachTest } from '#tests/harness/question-folder.ts';

const { change, read, refusal } = questionFolderForEachTest();

const withCheck = (check: string) => {
  for (const path of ['pruning/en.md', 'pruning/zh.md']) change(path, 'sources:\n', `${check}sources:\n`);
};
const quantity = `  - id: size
    kind: quantity
    prompt: How large?
    answer: 1.5 GB
    tolerance: 1 %
    feedback: { right: yes, wrong: no }
`;
const order = `  - id: steps
    kind: order
    prompt: In which order?
    steps:
      - { text: first, feedback: a }
      - { text: second, feedback: b }
      - { text: third, feedback: c }
`;
const match = `  - id: pairs
    kind: match
    prompt: What belongs together?
    pairs:
      - { left: one, right: single, feedback: a }
      - { left: two, right: several, feedback: b }
      - { left: three, right: several, feedback: c }
`;
const generated = `  - id: fresh
    kind: generated
    generator: kv-cache-bytes
`;

test('amounts, orders, pairs and generated numbers are read', async () => {
  withCheck(quantity + order + match + generated);
  expect(await read()).toMatchObject([
    {
      text: {
        en: {
          checks: [
            {},
            {},
            {},
            { kind: 'quantity', answer: '1.5 GB', tolerance: 0.01 },
            { kind: 'order', steps: [{ text: 'first' }, { text: 'second' }, { text: 'third' }] },
            { kind: 'match', pairs: [{ right: 'single' }, { right: 'several' }, { right: 'several' }] },
            { kind: 'generated', generator: 'kv-cache-bytes' },
          ],
        },
      },
    },
  ]);
});

test.each<[string, string, [from: string, to: string], string]>([
  [
    'a kind that there is not',
    generated,
    ['kind: generated', 'kind: essay'],
    '44: checks.3.kind: expected choice, number, quantity, order, match or generated',
  ],
  [
    'a generator that there is not',
    generated,
    ['generator: kv-cache-bytes', 'generator: kv-cash'],
    '45: checks.3.generator: there is no generator kv-cash: there are all-reduce-bytes, decode-speed, effective-examples, ensemble-error, four-bit-value, kv-cache-bytes, layer-parameters, lora-parameters, mixed-batch-speed, pipeline-bubble, quantized-size, ring-time, sparse-speed-up, speculative-tokens, weight-decay, zero-memory',
  ],
  [
    'a generated check with words of its own',
    generated,
    ['generator:', 'prompt: x\n    generator:'],
    '45: checks.3.prompt: unknown key',
  ],
  [
    'an amount with an unknown unit',
    quantity,
    ['1.5 GB', '1.5 gigs'],
    '46: checks.3.answer: expected a number with a unit that is known, such as 1.5 GB, got 1.5 gigs',
  ],
  [
    'an amount without a unit',
    quantity,
    ['1.5 GB', "'1500'"],
    '46: checks.3.answer: expected a unit, got 1500; a number without one is of kind number',
  ],
  [
    'a tolerance that is no share',
    quantity,
    ['1 %', '0.01'],
    '47: checks.3.tolerance: expected a share such as 1 %',
  ],
  [
    'a tolerance that lets kB pass for KiB',
    quantity,
    ['1 %', '5 %'],
    '47: checks.3.tolerance: expected at most 2 %: with more, kB would pass for KiB',
  ],
  [
    'a pair without a partner',
    match,
    ['right: several, ', ''],
    '48: checks.3.pairs.1.right: expected a partner: this pair has none',
  ],
  [
    'a partner in markdown',
    match,
    ['right: single', "right: '$2^n$'"],
    '47: checks.3.pairs.0.right: expected plain text: it stands in a list to choose from, without markdown',
  ],
  [
    'pairs that begin alike',
    match,
    ['left: two', 'left: one'],
    '48: checks.3.pairs.1.left: expected something of its own, but pairs.0 has the same',
  ],
  [
    'pairs of which all have one partner',
    match,
    ['single', 'several'],
    '46: checks.3.pairs: expected at least two different partners',
  ],
  [
    'two steps that read alike',
    order,
    ['second', 'first'],
    '48: checks.3.steps.1.text: expected a step of its own, but steps.0 says the same',
  ],
  [
    'an order of two steps',
    order,
    ['      - { text: third, feedback: c }\n', ''],
    '46: checks.3.steps: expected 3 to 8 steps',
  ],
  [
    'a step without a reason',
    order,
    ['text: third, feedback: c', 'text: third'],
    '49: checks.3.steps.2.feedback: Invalid input: expected string, received undefined',
  ],
  [
    'math that cannot be set in a step',
    order,
    ['text: third', "text: '$\\nothing$'"],
    '49: checks.3.steps.2.text: math: Undefined control sequence: \\nothing at position 1: \\̲n̲o̲t̲h̲i̲n̲g̲',
  ],
])('%s is told with its place', async (_name, ...[check, [from, to], expected]) => {
  withCheck(check);
  change('pruning/en.md', from, to);
  expect((await refusal())[0]).toBe(`questions/pruning/en.md:${expected}`);
});

test('one right option is too few where all that hold are asked for', async () => {
  change('pruning/en.md', 'dtype, correct: true', 'dtype, correct: false');
  expect(await refusal()).toEqual([
    'questions/pruning/en.md:39: checks.2.options: expected at least two right options, since it says multiple: true, got 1',
  ]);
});

test.each<[string, string, [from: string, to: string], string]>([
  [
    'an amount',
    quantity,
    ['1.5 GB', '1.5 GiB'],
    '46: checks.3.answer: expected 1.5 GB as in en.md, got 1.5 GiB',
  ],
  [
    'the number of steps',
    order,
    ['sources:', '      - { text: fourth, feedback: d }\nsources:'],
    '46: checks.3.steps: expected 3 as in en.md, got 4',
  ],
  [
    'who shares a partner',
    match,
    ['{ left: two, right: several', '{ left: two, right: single'],
    '48: checks.3.pairs.1.right: expected a partner of its own as in en.md, got the partner of pairs.0',
  ],
  [
    'the generator',
    generated,
    ['kv-cache-bytes', 'zero-memory'],
    '45: checks.3.generator: expected kv-cache-bytes as in en.md, got zero-memory',
  ],
])('%s that differs between languages is told', async (_name, ...[check, [from, to], expected]) => {
  withCheck(check);
  change('pruning/zh.md', from, to);
  const [first = ''] = await refusal();
  expect(first).toContain(`questions/pruning/zh.md:${expected}`);
});
