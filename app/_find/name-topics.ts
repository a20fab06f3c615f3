import type { Locale } from '#judge/verdict.ts';
import { topicName } from '../_messages/topics.ts';
import { languageTags } from '../_ui/languages.ts';

export type NamedTopic = { id: string; name: string };

/**
 * Each topic once, in the order of their names. For the server: what a browser needs to compare Chinese names takes it
 * longer than all of a list.
 */
export function nameTopics(locale: Locale, ids: readonly string[]): NamedTopic[] {
  const byName = new Intl.Collator(languageTags[locale]).compare;
  return [...new Set(ids)]
    .map((id) => ({ id, name: topicName(locale, id) }))
    .sort((a, b) => byName(a.name, b.name));
}
