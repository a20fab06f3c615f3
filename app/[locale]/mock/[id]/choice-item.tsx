import { mockMessages } from '#app/_messages/mock.ts';
import { Html } from '#app/_ui/html.tsx';
import { Kbd } from '#app/_ui/kbd.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { CheckItem } from '../item-view.ts';
import type { Answer, Told } from '../mock-client.ts';
import { choose, chosenOf } from './chosen.ts';

type Props = {
  locale: Locale;
  item: Extract<CheckItem, { asks: 'choice' }>;
  told: Told;
  onAnswer: (answer: Answer) => void;
};

export function ChoiceItem({ locale, item, told, onAnswer }: Props) {
  const t = mockMessages[locale];
  const chosen = chosenOf(told);
  return (
    <fieldset aria-describedby="how" className="flex flex-col gap-2">
      <legend className="float-left mb-1 w-full">
        <Html html={item.promptHtml} className="prose" />
      </legend>
      <p id="how" className="text-ink-muted text-sm">
        {item.multiple ? t.chooseAll : t.chooseOne}
      </p>
      {item.optionsHtml.map((html, index) => (
        <label
          key={html}
          className="flex cursor-pointer items-start gap-3 rounded border border-line bg-surface px-3 py-2.5 hover:bg-sunken has-checked:border-accent"
        >
          <input
            type={item.multiple ? 'checkbox' : 'radio'}
            name={`option-${item.place}`}
            checked={chosen.includes(index)}
            onChange={() => onAnswer(choose(item, chosen, index))}
            className="mt-1 size-4.5 shrink-0 accent-accent"
          />
          <Html inline html={html} className="prose prose-small min-w-0 grow" />
          <span aria-hidden className="hidden shrink-0 sm:inline">
            {index < 9 ? <Kbd>{index + 1}</Kbd> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
