import { expect, test } from 'vitest';
import { progressText } from './api.ts';
import { judged, judgedText } from './judged.ts';

const answer = {
  status: 'done',
  verdict: 'WA',
  score: 0,
  maxScore: 100,
  cpuMs: 3.2,
  memoryKiB: 1024,
  compile: [],
  tests: [
    { name: 'sample/01', verdict: 'AC', message: '' },
    { name: 'sample/02', verdict: 'WA', message: '输出与期望不符。' },
  ],
  diagnosis: {
    id: 'no-t-squared',
    title: '漏了 T²',
    message: '软标签的梯度按 1/T² 缩小。',
    question: {
      slug: 'distillation-losses',
      title: '蒸馏有哪些损失？',
      href: '/zh/questions/distillation-losses',
    },
  },
};
const on = { locale: 'zh', siteUrl: 'https://whetstone.example/', problem: 'distill' } as const;

test('what was sent is told with the mistake it looks like and where that is explained', () => {
  expect(judgedText(judged.parse(answer), on)).toBe(
    `WA · 0 / 100 分 · 3 ms · 1.0 MiB
  WA sample/02: 输出与期望不符。

看起来是：漏了 T²
软标签的梯度按 1/T² 缩小。
相关讲解：蒸馏有哪些损失？
https://whetstone.example/zh/questions/distillation-losses`,
  );
});

test('in English, where no question explains it: the problem’s editorial does', () => {
  const { question: _, ...diagnosis } = answer.diagnosis;
  const text = judgedText(judged.parse({ ...answer, diagnosis }), { ...on, locale: 'en' });
  expect(text).toContain('WA · 0 of 100 points');
  expect(text).toMatch(
    /\nIt looks like: 漏了 T²\n软标签的梯度按 1\/T² 缩小。\nWhat explains it: the editorial of this problem\nhttps:\/\/whetstone.example\/en\/problems\/distill\?read=editorial$/,
  );
});

test('no diagnosis, no guess', () => {
  expect(judgedText(judged.parse({ ...answer, diagnosis: null }), on)).not.toMatch(/看起来|http/);
});

test('what happens meanwhile is told in the language that was asked for', () => {
  const waiting = { event: 'status', data: '{"status":"queued","ahead":2}' };
  expect([progressText(waiting, 'en'), progressText(waiting, 'zh')]).toEqual([
    'Queued, 2 before it',
    '排队中，前面还有 2 份',
  ]);
  const data = '{"seq":3,"total":12,"test":{"name":"sample/03","verdict":"AC","cpuMs":1.4}}';
  expect(progressText({ event: 'test', data }, 'zh')).toBe(' 3/12 AC sample/03 1 ms');
  expect(progressText({ event: 'unattended', data: '' }, 'zh')).toMatch(/评测机/);
  expect(progressText({ event: 'later-invention', data: '{}' }, 'en')).toBeUndefined();
});
