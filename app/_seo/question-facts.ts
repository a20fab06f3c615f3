import { questionMessages } from '#app/_messages/questions.ts';
import { shellMessages } from '#app/_messages/shell.ts';
import { topicName } from '#app/_messages/topics.ts';
import { languageTags } from '#app/_ui/languages.ts';
import type { Question } from '#content/question.ts';
import type { Locale } from '#judge/verdict.ts';
import { siteOrigin } from './config.ts';
import { plainSentence } from './plain-sentence.ts';

/**
 * A question as schema.org knows it. No `QAPage`: that is for pages where visitors answer; this one teaches, and holds a
 * question with its answer.
 */
export function questionFacts(question: Question, locale: Locale): object {
  const origin = siteOrigin ?? '';
  const { title, short } = question.text[locale];
  const url = `${origin}/${locale}/questions/${question.slug}`;
  const crumbs = [
    { name: shellMessages[locale].name, item: `${origin}/${locale}` },
    { name: questionMessages[locale].title, item: `${origin}/${locale}/questions` },
    { name: title, item: url },
  ];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'LearningResource',
        name: title,
        url,
        inLanguage: languageTags[locale],
        dateModified: question.updated,
        isAccessibleForFree: true,
        license: 'https://opensource.org/license/mit',
        learningResourceType: 'Interview question',
        about: question.topics.map((topic) => topicName(locale, topic)),
        hasPart: {
          '@type': 'Question',
          name: title,
          text: title,
          acceptedAnswer: { '@type': 'Answer', text: plainSentence(short, 5000) },
        },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: crumbs.map((crumb, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          ...crumb,
        })),
      },
    ],
  };
}
