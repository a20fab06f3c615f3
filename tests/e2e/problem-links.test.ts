/** What leads to a problem, followed with all problems published. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProblems } from '#content/read-problem.ts';
import { readQuestions } from '#content/read-question.ts';
import { openPractice, type Practice } from '../harness/practice.ts';

const content = join(import.meta.dirname, '../../content');
let practice: Practice;
beforeAll(async () => {
  practice = await openPractice({ judge: false });
});
afterAll(() => practice?.close());

const statusOf = async (path: string) => (await fetch(new URL(path, practice.baseUrl))).status;

/** Addresses of problems on a page. */
async function linksOn(path: string): Promise<string[]> {
  const answer = await fetch(new URL(path, practice.baseUrl));
  expect([path, answer.status]).toEqual([path, 200]);
  const html = await answer.text();
  return [...html.matchAll(/href="(\/(?:en|zh)\/problems\/[^"?#]+)/g)].map(([, address = '']) => address);
}

test.each(['en', 'zh'] as const)(
  'every problem that a question leads to is there, and every problem is in the list (%s)',
  async (locale) => {
    const questions = await readQuestions(content);
    const problems = await readProblems(content);
    const addressOf = (slug: string) => `/${locale}/problems/${slug}`;
    const found = new Set<string>();
    for (const { slug, problems: named } of questions) {
      const links = await linksOn(`/${locale}/questions/${slug}`);
      expect([slug, links]).toEqual([slug, expect.arrayContaining(named.map(addressOf))]);
      for (const link of links) found.add(link);
    }
    expect(found.size).toBeGreaterThan(8);
    const listed = await linksOn(`/${locale}/problems`);
    expect(new Set(listed)).toEqual(new Set(problems.map(({ slug }) => addressOf(slug))));
    for (const address of new Set([...found, ...listed])) {
      expect([address, await statusOf(address)]).toEqual([address, 200]);
    }
    expect(await statusOf(addressOf('nowhere'))).toBe(404);
  },
);
