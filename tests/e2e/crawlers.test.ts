import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getTaught } from '#app/_practice/taught.ts';
import { cardSize, icons } from '#app/_seo/icons.ts';
import { locales } from '#app/_ui/languages.ts';
import { publishAdding } from '../harness/adding.ts';
import { openTestSite, type TestSite } from '../harness/site.ts';

let site: TestSite;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, site.baseUrl), { headers });

beforeAll(async () => {
  site = await openTestSite();
  await publishAdding(site.database.db);
  return site.close;
});

test('every page of the sitemap is there, in both languages, at the address that was asked', async () => {
  const map = await (await get('/sitemap.xml')).text();
  const addresses = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
  expect(addresses).toContain(`${site.baseUrl}/zh/problems/add`);
  for (const path of ['topics', 'topics/quantization', 'tracks', 'tracks/two-weeks'])
    expect(addresses).toContain(`${site.baseUrl}/en/${path}`);
  const built = ['topics', 'tracks'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, '../../.next/server/app/en', folder)).filter((name) =>
      name.endsWith('.html'),
    ),
  );
  expect(addresses).toHaveLength(2 * (6 + (await getTaught()).length + built.length + 1));
  const answers = await Promise.all(
    addresses.map(async (address) => `${(await fetch(address)).status} ${address}`),
  );
  expect(answers.filter((answer) => !answer.startsWith('200 '))).toEqual([]);
});

test('crawlers are told where the map is and what is nobody’s business', async () => {
  const robots = await (await get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${site.baseUrl}/sitemap.xml`);
  expect(robots).toContain('Disallow: /api/');
  expect(robots).toContain('Disallow: /*/settings');
});

test('a page names its own address and that of the other language; one that is missing names none', async () => {
  const { headers } = await get('/zh/questions/overfitting?from=elsewhere');
  expect(headers.get('link')).toContain(`<${site.baseUrl}/zh/questions/overfitting>; rel="canonical"`);
  expect(headers.get('link')).toContain(
    `<${site.baseUrl}/en/questions/overfitting>; rel="alternate"; hreflang="en"`,
  );
  expect((await get('/zh/questions/nowhere')).headers.get('link') ?? '').not.toContain('canonical');
});

const facts = z.object({ '@graph': z.array(z.looseObject({ '@type': z.string() })) });

describe.each(locales)('in %s', (locale) => {
  test('every question describes itself in its own words, and its data is as schema.org has it', async () => {
    const descriptions = new Set<string>();
    const questions = await getTaught();
    for (const { slug, title } of questions) {
      const html = await (await get(`/${locale}/questions/${slug}`)).text();
      const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(description.length, slug).toBeGreaterThan(30);
      expect(description, slug).not.toMatch(/[$*`]|\\[a-z]/);
      descriptions.add(description);
      const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
      const { '@graph': graph } = facts.parse(JSON.parse(block));
      expect(graph.map((one) => one['@type'])).toEqual(['LearningResource', 'BreadcrumbList']);
      expect(graph[0]?.['name']).toBe(title[locale]);
    }
    expect(descriptions.size).toBe(questions.length);
  });

  test('each question has a picture of its own for those who link to it', async () => {
    const pictures = new Set<string>();
    const questions = await getTaught();
    for (const { slug } of questions) {
      const html = await (await get(`/${locale}/questions/${slug}`)).text();
      const picture = /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(await sizeOf(picture)).toEqual([cardSize.width, cardSize.height]);
      pictures.add(Buffer.from(await (await get(picture)).arrayBuffer()).toString('base64'));
    }
    // With its title, that is: topics and difficulty are the same for some.
    expect(pictures.size).toBe(questions.length);
  });

  test('the site can be installed: its manifest, and every icon at the size that it names', async () => {
    const html = await (await get(`/${locale}`)).text();
    const address = /<link rel="manifest" href="([^"]*)"/.exec(html)?.[1] ?? '';
    const response = await get(address);
    expect(response.headers.get('content-type')).toBe('application/manifest+json');
    const manifest = (await response.json()) as {
      start_url: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect((await get(manifest.start_url)).status).toBe(200);
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
    for (const { src, sizes } of manifest.icons) expect((await sizeOf(src)).join('x')).toBe(sizes);
  });
});

test('a phone that knows no manifest finds its icon', async () => {
  expect(await sizeOf('/zh/icons/apple-180/icon.png')).toEqual([
    icons['apple-180'].size,
    icons['apple-180'].size,
  ]);
});

/** Of a PNG, from its header. */
async function sizeOf(path: string): Promise<[number, number]> {
  const response = await get(path);
  expect(response.headers.get('content-type'), path).toBe('image/png');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
