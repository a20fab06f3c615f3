import type { Locale } from '#judge/verdict.ts';
import { classes } from './classes.ts';
import { languageTags } from './languages.ts';

/** Author's text, rendered and sanitised by content/markdown.ts. */
export function Prose({ html, locale, small = false }: { html: string; locale: Locale; small?: boolean }) {
  return (
    <div
      lang={languageTags[locale]}
      className={classes('prose', small && 'prose-small')}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: content/markdown.ts sanitises what it renders
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
