import type { Quantity, QuantityGrade } from '#content/quantity.ts';
import type { Locale } from '#judge/verdict.ts';
import { checkMessages } from '../../../_messages/checks.ts';

/** What an answer may look like, by what it measures. */
export function hintOfQuantity(locale: Locale, { dimension }: Quantity): string {
  const t = checkMessages[locale];
  if (dimension.of === 'share') return t.shareHint;
  if (dimension.of === 'time') return t.timeHint;
  if (dimension.of === 'count') return dimension.perSecond ? t.rateHint : t.countHint;
  return t.quantityHint;
}

/** What could not be read is asked for again, and is neither right nor wrong. */
export function isJudged({ kind }: QuantityGrade): boolean {
  return kind !== 'no-number' && kind !== 'no-unit' && kind !== 'unknown-unit';
}

/** What was wrong, in a sentence: the unit, or the number. `''` where nothing was. */
export function tellQuantity(locale: Locale, grade: QuantityGrade, { dimension }: Quantity): string {
  const t = checkMessages[locale];
  switch (grade.kind) {
    case 'right':
      return '';
    case 'no-number':
      return t.noNumber;
    case 'no-unit':
      return t.noUnit(grade.examples);
    case 'unknown-unit':
      return t.unknownUnit(grade.unit, grade.examples);
    case 'other-dimension':
      return t.otherDimension(grade.unit, grade.examples);
    case 'wrong-unit':
      return [t.wrongUnit(grade.unit, grade.meant), ...difference(locale, grade)].join(
        locale === 'zh' ? '' : ' ',
      );
    case 'wrong-number': {
      const bare = dimension.of === 'share' || (dimension.of === 'count' && !dimension.perSecond);
      if (bare) return grade.tooLarge ? t.numberTooLarge : t.numberTooSmall;
      return grade.tooLarge ? t.tooLarge : t.tooSmall;
    }
  }
}

const binary = /^[KMGTP]iB/i;
const bits = /^[kmgtp]?(b|bit)s?(\/s|ps)?$/;
const bitsOfCapital = /^[KMGTP](b|bit)s?(\/s|ps)?$/;

/** GB and GiB, or GB and Gb, are worth a word. */
function difference(locale: Locale, { unit, meant }: { unit: string; meant: string }): string[] {
  const t = checkMessages[locale];
  if (binary.test(unit) !== binary.test(meant)) return [t.binary];
  const inBits = (name: string) => bits.test(name) || bitsOfCapital.test(name);
  return inBits(unit) !== inBits(meant) && /b/i.test(unit) && /b/i.test(meant) ? [t.bits] : [];
}
