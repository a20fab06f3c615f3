import type { Locale } from '#judge/verdict.ts';
import { MomentText } from './moment-text.client.tsx';

type Props = {
  locale: Locale;
  at: Date | string;
  /** The sentence that it stands in, of its text. */
  say?: (moment: string) => string;
};

// No text has it: the database takes none that does.
const place = '\0';

/** When something was, day and time, by the reader's own clock. */
export function Moment({ locale, at, say = (moment) => moment }: Props) {
  const [before, after] = say(place).split(place);
  return (
    <>
      {before}
      <MomentText locale={locale} at={new Date(at).toISOString()} />
      {after}
    </>
  );
}
