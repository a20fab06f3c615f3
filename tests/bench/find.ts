/**
 * `npm run bench:find`: a list of two thousand made-up questions, searched and filtered, in Node and in a real browser.
 * The list is the site's own component, without its styles: what is measured is script and rendering, not paint.
 */
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { createIndex, type FindDocument, openIndex } from '#app/_find/find-index.ts';
import type { QuestionItem } from '#app/[locale]/questions/filter-questions.ts';
import { filterQuestions, noFilter } from '#app/[locale]/questions/filter-questions.ts';
import { launchBrowser } from '#tests/harness/browser.ts';

const count = 2000;
const words =
  'pruning quantization cache decode prefill batch weight scale attention expert token layer kernel latency 剪枝 量化 缓存 解码 注意力 专家 权重 显存 带宽'.split(
    ' ',
  );
// The same list each time: a multiplicative generator (Lehmer 1951).
let seed = 42;
const pick = () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return words[seed % words.length] ?? '';
};
const sentence = (length: number) => Array.from({ length }, pick).join(' ');

const documents = Array.from({ length: count }, (_, index): FindDocument => {
  const [title, otherTitle] = [`${sentence(8)} ${index}`, `${sentence(8)} ${index}`];
  const text = Array.from({ length: 8 }, () => sentence(24)).join('\n');
  return {
    kind: 'question',
    slug: `q${index}`,
    title,
    otherTitle,
    topics: sentence(3),
    headings: '',
    text,
    otherText: '',
  };
});
const items = documents.map(
  ({ slug, title, otherTitle }, index): QuestionItem => ({
    slug,
    title,
    words: `${title} ${otherTitle}`,
    difficulty: index % 2 === 0 ? 'easy' : 'hard',
    topics: [{ id: `t${index % 20}`, name: `Topic ${index % 20}` }],
    checkIds: ['one'],
  }),
);

/** `next/link` wants Next around it. */
const plainLinks: Plugin = {
  name: 'plain-links',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^next\/link$/ }, () => ({ path: 'link', namespace: 'plain' }));
    onLoad({ filter: /./, namespace: 'plain' }, () => ({
      loader: 'tsx',
      resolveDir: import.meta.dirname,
      contents: 'export default (props) => <a {...props} />;',
    }));
  },
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function milliseconds<T>(act: () => T, times = 20): { ms: string; result: T } {
  const took: number[] = [];
  let result = act();
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    result = act();
    took.push(performance.now() - began);
  }
  const [middle = 0] = took.sort((a, b) => a - b).slice(Math.floor(times / 2));
  return { ms: middle.toFixed(1), result };
}

const { ms: making, result: index } = milliseconds(() => JSON.stringify(createIndex(documents)), 1);
const { ms: opening, result: find } = milliseconds(() => openIndex(JSON.parse(index)), 3);
say(
  `index of ${count}: made in ${making} ms, ${kib(index.length)} KiB, ${kib(gzipSync(index).length)} KiB gzipped, opened in ${opening} ms`,
);
const known = { states: {}, find: undefined, bookmarks: undefined };
for (const [name, filter, used] of [
  ['a topic', { ...noFilter, topic: 't3' }, known],
  ['two words, titles only', { ...noFilter, q: 'kv 剪枝' }, known],
  ['剪枝', { ...noFilter, q: '剪枝' }, { ...known, find }],
  ['quanti', { ...noFilter, q: 'quanti' }, { ...known, find }],
  ['quantizaton cache 带宽', { ...noFilter, q: 'quantizaton cache 带宽' }, { ...known, find }],
] as const) {
  const { ms, result } = milliseconds(() => filterQuestions(items, filter, used));
  say(`filter by ${name}: ${ms} ms, ${result.length} questions`);
}
await inBrowser();

async function inBrowser(): Promise<void> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createRoot } from 'react-dom/client';
        import { QuestionList } from '#app/[locale]/questions/question-list.client.tsx';
        createRoot(document.querySelector('main')).render(<QuestionList locale="en" items={window.items} />);`,
      loader: 'tsx',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [plainLinks],
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const html = `<!doctype html><main></main><script>window.items=${JSON.stringify(items)}</script>`;
    await page.route('**/*', (route) =>
      route.request().url().endsWith('search.json')
        ? route.fulfill({ contentType: 'application/json', body: index })
        : route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.goto('http://127.0.0.1:9/en/questions');
    await page.evaluate(() => {
      const delays: number[] = [];
      Object.assign(window, { delays });
      new PerformanceObserver((list) =>
        delays.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        type: 'event',
        durationThreshold: 16,
      } as PerformanceObserverInit);
    });
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const rows = () => page.locator('main li').count();
    say(`in the browser: ${await rows()} rows of ${count} at first`);
    await page.locator('input[type=search]').focus();
    // The index arrives with the first letter; what is measured is typing once it is there.
    await page.keyboard.type('q');
    await page.locator('mark').first().waitFor();
    await page.evaluate(() => Reflect.get(window, 'delays').splice(0));
    await page.keyboard.type('uantization cache', { delay: 60 });
    for (let press = 0; press < 18; press++) await page.keyboard.press('Backspace', { delay: 30 });
    await page.waitForFunction(() => location.search === '');
    const delays: number[] = await page.evaluate(() => Reflect.get(window, 'delays'));
    const worst = Math.max(16, ...delays);
    const middle = delays.sort((a, b) => a - b)[Math.floor(delays.length / 2)] ?? 16;
    say(
      `typing and deleting 17 letters: keys answered in ${middle} ms (median of those over 16 ms), the slowest in ${worst} ms, ${await rows()} rows after`,
    );
  } finally {
    await browser.close();
  }
}

function kib(bytes: number): number {
  return Math.round(bytes / 1024);
}
