import { expect, test } from 'vitest';
import { hashInlineScripts, hashScript } from './inline-scripts.ts';

test('the hash is the one a browser computes', () => {
  // MDN's example for script-src.
  expect(hashScript("alert('Hello, world.');")).toBe('sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=');
});

test('every inline script of a page is allowed once, loaded ones and blocks of data are not hashed', () => {
  const html = `<script>a</script><script src="/x.js" async=""></script><script id="t">b\n</script><p>&lt;script&gt;</p><script>a</script><script type="application/ld+json">{}</script>`;
  expect(hashInlineScripts(html)).toEqual([hashScript('a'), hashScript('b\n')]);
});
