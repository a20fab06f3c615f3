import type { Locale } from '#judge/verdict.ts';

/** The language for an address that names none: as chosen before, else as the browser prefers, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (chosen === 'en' || chosen === 'zh') return chosen;
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map(parsePreference)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of preferred) {
    if (language === 'zh' || language === 'en') return language;
  }
  return 'en';
}

function parsePreference(text: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim());
  const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = given === undefined ? 1 : Number(given);
  return {
    language: tag.split('-')[0]?.toLowerCase() ?? '',
    quality: Number.isFinite(quality) ? quality : 0,
  };
}
