import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createIndex, type Find, openIndex } from '#app/_find/find-index.ts';
import { topicName } from '#app/_messages/topics.ts';
import { collectDocuments } from '#app/[locale]/search.json/collect.ts';
import { readProblems } from '#content/read-problem.ts';
import { readQuestions } from '#content/read-question.ts';
import { readTopics } from '#content/read-topics.ts';
import { readTracks } from '#content/read-tracks.ts';

const contentFolder = join(import.meta.dirname, '../../content');
const [questions, problems] = await Promise.all([readQuestions(contentFolder), readProblems(contentFolder)]);
const slugs = (all: { slug: string }[]) => new Set(all.map(({ slug }) => slug));
const topics = await readTopics(contentFolder, { questions, problems });
const tracks = await readTracks(contentFolder, { questions: slugs(questions), problems: slugs(problems) });
const taught = { questions, problems, topics, tracks };

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const documents = collectDocuments(locale, taught);
  const find: Find = openIndex(createIndex(documents));
  const found = (query: string) => find(query).map(({ kind, slug }) => `${kind}/${slug}`);

  test.each([
    ['剪枝', 'question/kinds-of-pruning-and-hardware'],
    ['剪枝', 'problem/prune'],
    ['剪枝', 'topic/pruning'],
    ['pruning', 'problem/prune'],
    ['量化', 'question/ptq-and-qat'],
    ['量化', 'problem/quantize-tensor'],
    ['quantizaton', 'question/ptq-and-qat'],
    ['KV cache', 'question/kv-cache-and-its-compression'],
    ['kv-cache', 'problem/kv-cache-bytes'],
    ['LoRA', 'question/lora-and-its-merging'],
    ['ＬｏＲＡ', 'problem/lora-merge'],
    ['枝', 'problem/prune'],
    ['混合专家', 'question/mixture-of-experts'],
    ['mixture of experts', 'question/mixture-of-experts'],
    ['压缩', 'track/compression'],
  ])('%s finds %s', (query, wanted) => {
    expect(found(query)).toContain(wanted);
  });

  test('what a title says is found first', () => {
    expect(found('LoRA').slice(0, 3)).toContain('question/lora-and-its-merging');
    expect(find('剪枝').find(({ kind }) => kind === 'question')?.slug).toBe('kinds-of-pruning-and-hardware');
  });

  test('every question and problem is found by its title in either language', () => {
    const lost = questions.flatMap(({ slug, text }) =>
      [text.en.title, text.zh.title].filter((title) => !found(title).includes(`question/${slug}`)),
    );
    const lostProblems = problems.flatMap(({ slug, name }) =>
      [name.en, name.zh].filter((title) => !found(title).includes(`problem/${slug}`)),
    );
    expect([...lost, ...lostProblems]).toEqual([]);
  });

  test('no formula, mark or code is left in what is shown', () => {
    const marks = documents.filter(({ text }) => /\\[a-z]+|\$\$|\*\*|```|\]\(/.test(text));
    expect(marks.map(({ slug }) => slug)).toEqual([]);
  });

  test('the index holds nothing that no page shows: no expected outputs, no references', () => {
    const index = JSON.stringify(createIndex(documents));
    const secrets = problems.flatMap(({ code }) =>
      Object.entries(code)
        .filter(([path]) => path.startsWith('reference/'))
        .flatMap(([, source]) => source.split('\n').filter((line) => line.length > 40)),
    );
    expect(secrets.length).toBeGreaterThan(20);
    expect(secrets.filter((line) => index.includes(line))).toEqual([]);
  });
});

test('every topic has a name in both languages', () => {
  const unnamed = topics.filter(
    ({ slug }) => topicName('zh', slug) === slug.replaceAll('-', ' ') || topicName('en', slug) === '',
  );
  expect(unnamed.map(({ slug }) => slug)).toEqual([]);
});
