import { Option } from 'commander';
import { locales } from '#app/_ui/languages.ts';

/** `--locale en|zh`: the language of what is told about a solution. */
export function localeOption(): Option {
  return new Option('--locale <language>', 'language of the verdict').choices(locales).default('en');
}
