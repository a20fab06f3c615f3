import { Fragment } from 'react';
import { topicName } from '#app/_messages/topics.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Locale } from '#judge/verdict.ts';

/** Topics by name, as links in a sentence; above what their card covers. */
export function TopicLinks({ locale, slugs }: { locale: Locale; slugs: readonly string[] }) {
  return slugs.map((slug, index) => (
    <Fragment key={slug}>
      {index === 0 ? '' : locale === 'zh' ? '、' : ', '}
      <TextLink href={`/${locale}/topics/${slug}`} className="relative">
        {topicName(locale, slug)}
      </TextLink>
    </Fragment>
  ));
}
