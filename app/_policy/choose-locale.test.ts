import { expect, test } from 'vitest';
import { chooseLocale } from './choose-locale.ts';

test('a browser set to Chinese, in any region, is shown Chinese', () => {
  expect(chooseLocale(undefined, 'zh-TW,zh;q=0.9,en;q=0.8')).toBe('zh');
  expect(chooseLocale(undefined, 'ZH-hans-CN')).toBe('zh');
});

test('the weights decide, not the order', () => {
  expect(chooseLocale(undefined, 'en;q=0.5, zh;q=0.9')).toBe('zh');
  expect(chooseLocale(undefined, 'zh;q=0, en;q=0.1')).toBe('en');
});

test('the first of ours counts where others are preferred', () => {
  expect(chooseLocale(undefined, 'fr-FR, de;q=0.9, zh;q=0.2, en;q=0.1')).toBe('zh');
});

test('who chose before is not asked again', () => {
  expect(chooseLocale('en', 'zh-CN')).toBe('en');
});

test('nothing, nonsense and a forged choice lead to English', () => {
  expect(chooseLocale(undefined, null)).toBe('en');
  expect(chooseLocale(undefined, ';;q=,,q=x')).toBe('en');
  expect(chooseLocale('../admin', null)).toBe('en');
});
