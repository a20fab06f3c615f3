/** Where the palette can lead, and what it can do, besides what is found. */
import type { Locale } from '#judge/verdict.ts';
import { findMessages } from '../_messages/find.ts';
import { normalize, tokenize } from './tokenize.ts';

const entryActions = ['signIn', 'signUp', 'light', 'dark', 'system', 'language', 'keys'] as const;
export type EntryAction = (typeof entryActions)[number];

export type Entry = { id: string; label: string } & (
  | { kind: 'page'; path: string }
  | { kind: 'action'; action: EntryAction }
);

const pages = {
  home: '',
  questions: '/questions',
  problems: '/problems',
  practice: '/practice',
  mock: '/mock',
  progress: '/progress',
  topics: '/topics',
  tracks: '/tracks',
  settings: '/settings',
  about: '/about',
  rejudgings: '/rejudgings',
} as const;

/** Pages and actions whose names, in either language, hold every word of the query; all where it has none. */
export function entriesFor(locale: Locale, query: string, { teaches }: { teaches: boolean }): Entry[] {
  const tokens = tokenize(query);
  return allEntries(locale)
    .filter(({ id }) => teaches || id !== 'page-rejudgings')
    .filter(({ words }) => tokens.every((token) => words.includes(token)))
    .map(({ words: _, ...entry }) => entry);
}

function allEntries(locale: Locale): (Entry & { words: string })[] {
  const { en, zh } = findMessages;
  const t = findMessages[locale];
  return [
    ...Object.entries(pages).map(([name, path]) => {
      const key = name as keyof typeof pages;
      const words = normalize(`${en.pages[key]} ${zh.pages[key]}`);
      return {
        id: `page-${key}`,
        kind: 'page' as const,
        label: t.pages[key],
        path: `/${locale}${path}`,
        words,
      };
    }),
    ...entryActions.map((action) => ({
      id: `action-${action}`,
      kind: 'action' as const,
      label: t.actions[action],
      action,
      words: normalize(`${en.actions[action]} ${zh.actions[action]}`),
    })),
  ];
}
