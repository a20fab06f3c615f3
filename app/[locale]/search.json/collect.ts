/** What can be found: what anyone may read of all that is taught, as words. */
import type { FindDocument } from '#app/_find/find-index.ts';
import { headingsOf, plainWords } from '#app/_find/plain-words.ts';
import { topicName } from '#app/_messages/topics.ts';
import type { Question } from '#content/question.ts';
import type { Topic } from '#content/topic.ts';
import type { Track } from '#content/track.ts';
import type { Locale } from '#judge/verdict.ts';
import type { ProblemName } from '../problem-names.ts';

export type Taught = {
  questions: readonly Question[];
  problems: readonly ProblemName[];
  topics: readonly Topic[];
  tracks: readonly Track[];
};

/** One language's documents: its own words are shown, the other's are found as well. */
export function collectDocuments(locale: Locale, taught: Taught): FindDocument[] {
  const other = locale === 'en' ? 'zh' : 'en';
  return [
    ...taught.questions.map(({ slug, topics, text }): FindDocument => {
      const own = text[locale];
      const foreign = text[other];
      return {
        kind: 'question',
        slug,
        title: own.title,
        otherTitle: foreign.title,
        topics: namesOf(topics),
        headings: [...headingsOf(own.full), ...headingsOf(foreign.full)].join('\n'),
        text: passages([own.short, ...own.keyPoints]),
        otherText: passages([foreign.short, ...foreign.keyPoints]),
      };
    }),
    ...taught.problems.map(
      ({ slug, name, topics, statement }): FindDocument => ({
        kind: 'problem',
        slug,
        title: name[locale],
        otherTitle: name[other],
        topics: namesOf(topics),
        headings: '',
        text: passages(paragraphs(statement[locale])),
        otherText: passages(paragraphs(statement[other])),
      }),
    ),
    ...taught.topics.map(
      ({ slug, about }): FindDocument => ({
        ...nothingMore,
        kind: 'topic',
        slug,
        title: topicName(locale, slug),
        otherTitle: `${topicName(other, slug)} ${slug}`,
        text: about[locale],
        otherText: about[other],
      }),
    ),
    ...taught.tracks.map(
      ({ slug, name, lead }): FindDocument => ({
        ...nothingMore,
        kind: 'track',
        slug,
        title: name[locale],
        otherTitle: name[other],
        text: lead[locale],
        otherText: lead[other],
      }),
    ),
  ];
}

const nothingMore = { topics: '', headings: '' };

function namesOf(topics: readonly string[]): string {
  return topics.map((topic) => `${topic} ${topicName('en', topic)} ${topicName('zh', topic)}`).join(' ');
}

/** Formulas and code with blank lines in them would be cut in two. */
function paragraphs(markdown: string): string[] {
  return markdown.replaceAll(/\$\$[\s\S]*?\$\$|^(```)[\s\S]*?^\1$/gm, '').split(/\n{2,}/);
}

/** A passage a line. */
function passages(markdown: readonly string[]): string {
  return markdown
    .map(plainWords)
    .filter((words) => words !== '')
    .join('\n');
}
