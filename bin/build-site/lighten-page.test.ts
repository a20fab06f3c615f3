import { expect, test } from 'vitest';
import { lightenPage } from './lighten-page.ts';

const light = {
  bundle: {
    script: '/_next/static/islands/take-over-A.js',
    preloads: ['/_next/static/islands/chunk-B.js'],
  },
  typefaces: ['/_next/static/media/sans.woff2'],
};
const head = `<head><link rel="preload" as="script" href="/_next/static/chunks/a.js"/><script src="/_next/static/chunks/a.js" async=""></script><script src="/_next/static/chunks/old.js" noModule=""></script><script>ours</script></head>`;
const data = (name: string) =>
  `<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"3:I[12,[\\"/_next/static/chunks/a.js\\"],\\"${name}\\"]"])</script>`;
const facts = '<script type="application/ld+json">{"name":"x"}</script>';
const page = (name: string, body: string) => `<html>${head}<body>${body}${facts}${data(name)}</body></html>`;

test('Next’s scripts go, ours and the data for search engines stay', () => {
  const lightened = lightenPage(page('Checks', '<div data-island="Checks"></div>'), light);
  if (!('html' in lightened)) throw new Error(`not lightened for ${lightened.unknown}`);
  expect([...lightened.html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
    '<script>',
    '<script type="module" fetchpriority="low" src="/_next/static/islands/take-over-A.js">',
    '<script type="application/ld+json">',
  ]);
  const low = 'fetchpriority="low"';
  expect(lightened.html).toContain(
    `<link rel="modulepreload" ${low} href="/_next/static/islands/chunk-B.js"/>`,
  );
  expect(lightened.html).toContain(`crossorigin="" ${low} href="/_next/static/media/sans.woff2"/>`);
  expect(lightened.html).not.toContain('/_next/static/chunks/');
});

test('a page with something alive that is no island keeps Next’s script, and says what that is', () => {
  expect(lightenPage(page('Bookmark', '<div data-island="Checks"></div>'), light)).toEqual({
    unknown: ['Bookmark'],
  });
});

test('a script of Next in a form that we do not know is no reason to serve half of it', () => {
  const odd = page('NavLink', '<script>window.TURBOPACK=1</script>');
  expect(lightenPage(odd, light)).toHaveProperty('unknown');
});
