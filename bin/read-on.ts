import { commandMessages } from '#app/_messages/command.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import type { Locale } from '#judge/verdict.ts';

/** Where the mistake that a submission looks like is explained. */
export type Explained = {
  locale: Locale;
  siteUrl: string;
  /** The question that explains it; `href` is an address on the site. */
  question: { title: string; href: string } | null | undefined;
  /** The problem, where the site has it: its editorial stands in for a question. */
  problem: string | undefined;
};

/** As the page says it: the question, else the problem's editorial; nothing where there is neither. */
export function readOnLines({ locale, siteUrl, question, problem }: Explained): string[] {
  const editorial = problem && {
    title: workspaceMessages[locale].ownEditorial,
    href: `/${locale}/problems/${problem}?read=editorial`,
  };
  const place = question ?? editorial;
  return place ? [commandMessages[locale].readOn(place.title, new URL(place.href, siteUrl).href)] : [];
}
