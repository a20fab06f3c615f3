import type { Locale } from '#judge/verdict.ts';

/** `Label: text`, with the language's own colon. */
export function labelled(locale: Locale, label: string, text: string): string {
  return locale === 'zh' ? `${label}：${text}` : `${label}: ${text}`;
}
