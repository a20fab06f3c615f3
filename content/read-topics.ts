import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError, type ContentIssue } from './content-error.ts';
import { slug } from './slug.ts';
import { text } from './text.ts';
import type { Topic } from './topic.ts';
import { parseYaml, yamlLines } from './yaml-file.ts';

/** What has topics: a question or a problem. */
export type Tagged = { slug: string; topics: readonly string[] };

const file = 'topics.yaml';
const topicsFile: z.ZodType<Topic[]> = z.array(
  z.strictObject({ slug, about: z.strictObject({ en: text, zh: text }), after: z.array(slug) }),
);

/**
 * Reads the map of topics. Throws {@link ContentError} with all that is wrong with it, by file and line: a topic that
 * nobody asks about, one to know before that isn't there, a circle, and topics in use that are missing.
 */
export async function readTopics(
  contentFolder: string,
  used: { questions: readonly Tagged[]; problems: readonly Tagged[] },
): Promise<Topic[]> {
  const source = await readFile(join(contentFolder, file), 'utf8');
  const issues: ContentIssue[] = [];
  const topics = parseYaml({ file, text: source }, topicsFile, issues);
  if (!topics) throw new ContentError(issues);
  const lineOf = yamlLines({ text: source });
  const complain = (path: PropertyKey[], message: string) =>
    issues.push({ file, line: lineOf(path), message: `${path.map(String).join('.')}: ${message}` });

  const known = new Set(topics.map((topic) => topic.slug));
  const asked = new Set(used.questions.flatMap((question) => question.topics));
  for (const [index, topic] of topics.entries()) {
    const first = topics.findIndex((other) => other.slug === topic.slug);
    if (first < index) complain([index, 'slug'], `${topic.slug} stands here twice, first as ${first}`);
    if (!asked.has(topic.slug)) complain([index, 'slug'], `no question has the topic ${topic.slug}`);
    for (const [place, before] of topic.after.entries())
      if (!known.has(before)) complain([index, 'after', place], `there is no topic ${before}`);
  }
  for (const circle of circles(topics)) {
    const index = topics.findIndex((topic) => topic.slug === circle[0]);
    complain([index, 'after'], `a circle: ${[...circle, circle[0]].join(' after ')}`);
  }
  issues.push(...(await missing(contentFolder, known, used)));
  if (issues.length > 0) throw new ContentError(issues);
  return topics;
}

/** Each circle of prerequisites once, from its topic that stands first. */
export function circles(topics: readonly Topic[]): string[][] {
  const after = new Map(topics.map((topic) => [topic.slug, topic.after]));
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (topic: string, path: string[]): void => {
    const at = path.indexOf(topic);
    if (at >= 0) found.push(path.slice(at));
    if (at >= 0 || done.has(topic)) return;
    for (const before of after.get(topic) ?? []) visit(before, [...path, topic]);
    done.add(topic);
  };
  for (const topic of topics) visit(topic.slug, []);
  return found;
}

/** Topics in use that the map lacks, each at the line where it is used. */
async function missing(
  contentFolder: string,
  known: ReadonlySet<string>,
  used: { questions: readonly Tagged[]; problems: readonly Tagged[] },
): Promise<ContentIssue[]> {
  const kinds = [
    ['questions', 'question.yaml', used.questions],
    ['problems', 'problem.yaml', used.problems],
  ] as const;
  const issues: ContentIssue[] = [];
  for (const [folder, name, all] of kinds) {
    for (const { slug, topics } of all) {
      if (topics.every((topic) => known.has(topic))) continue;
      const path = `${folder}/${slug}/${name}`;
      const lineOf = yamlLines({ text: await readFile(join(contentFolder, path), 'utf8') });
      for (const [index, topic] of topics.entries()) {
        if (known.has(topic)) continue;
        const message = `topics.${index}: there is no topic ${topic} in ${file}`;
        issues.push({ file: path, line: lineOf(['topics', index]), message });
      }
    }
  }
  return issues;
}
