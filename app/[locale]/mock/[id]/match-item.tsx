import { checkMessages } from '#app/_messages/checks.ts';
import { mockMessages } from '#app/_messages/mock.ts';
import { Select } from '#app/_ui/field.tsx';
import { Html } from '#app/_ui/html.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { CheckItem } from '../item-view.ts';
import type { Answer, Told } from '../mock-client.ts';
import { chosenOf } from './chosen.ts';

type Props = {
  locale: Locale;
  item: Extract<CheckItem, { asks: 'match' }>;
  told: Told;
  onAnswer: (answer: Answer) => void;
};

/** Something to choose for each row; by the places at which the partners are shown, from 1. */
export function MatchItem({ locale, item, told, onAnswer }: Props) {
  const t = checkMessages[locale];
  const { leftHtml, partners } = item;
  const before = chosenOf(told);
  const chosen = leftHtml.map((_html, index) => before[index] ?? 0);
  const choosePartner = (index: number, partner: number) => {
    const next = chosen.with(index, partner);
    onAnswer({ chosen: next.every((one) => one === 0) ? [] : next });
  };
  return (
    <fieldset aria-describedby="how" className="flex min-w-0 flex-col gap-2">
      <legend className="float-left mb-1 w-full">
        <Html html={item.promptHtml} className="prose" />
      </legend>
      <p id="how" className="text-ink-muted text-sm">
        {partners.length < leftHtml.length ? t.matchHow : t.matchOnce} {mockMessages[locale].numberHint}
      </p>
      {leftHtml.map((html, index) => (
        <div
          key={html}
          className="grid items-center gap-x-4 gap-y-2 rounded border border-line bg-surface p-3 sm:grid-cols-2"
        >
          <label htmlFor={`partner-${index}`} className="min-w-0">
            <Html inline html={html} className="prose prose-small" />
          </label>
          <Select
            id={`partner-${index}`}
            value={chosen[index]}
            onChange={({ currentTarget }) => choosePartner(index, Number(currentTarget.value))}
            className="w-full min-w-0"
          >
            <option value={0}>{t.choosePartner}</option>
            {partners.map((partner, place) => (
              <option key={partner} value={place + 1}>
                {partner}
              </option>
            ))}
          </Select>
        </div>
      ))}
    </fieldset>
  );
}
