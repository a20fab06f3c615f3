import { expect, test } from 'vitest';
import { linkHeader } from './describe-page.ts';
import { writeSitemap } from './sitemap.ts';

test('a page names its own address and that of each language', () => {
  expect(linkHeader('https://whet.example', { locale: 'zh', path: '/questions' }).split(', ')).toEqual([
    '<https://whet.example/zh/questions>; rel="canonical"',
    '<https://whet.example/en/questions>; rel="alternate"; hreflang="en"',
    '<https://whet.example/zh/questions>; rel="alternate"; hreflang="zh-Hans"',
    '<https://whet.example/en/questions>; rel="alternate"; hreflang="x-default"',
  ]);
});

test('the sitemap lists every page in both languages, and no address breaks out of it', () => {
  const map = writeSitemap('https://whet.example', [
    { path: '' },
    { path: '/questions/"><loc>&', updated: '2026-01-31' },
  ]);
  expect([...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
    'https://whet.example/en',
    'https://whet.example/zh',
    'https://whet.example/en/questions/&quot;>&lt;loc>&amp;',
    'https://whet.example/zh/questions/&quot;>&lt;loc>&amp;',
  ]);
  expect(map.match(/hreflang="zh-Hans"/g)).toHaveLength(4);
  expect(map.match(/<lastmod>2026-01-31<\/lastmod>/g)).toHaveLength(2);
});
