import { mockMessages } from '#app/_messages/mock.ts';
import { Input } from '#app/_ui/field.tsx';
import { Html } from '#app/_ui/html.tsx';
import { Kbd } from '#app/_ui/kbd.tsx';
import { parseNumber } from '#content/parse-number.ts';
import type { Locale } from '#judge/verdict.ts';
import type { CheckItem as Item } from '../item-view.ts';
import type { Answer, Told } from '../mock-client.ts';

type Props = { locale: Locale; item: Item; told: Told; onAnswer: (answer: Answer) => void };

/** A check without a word on whether it is right: that is told at the end. */
export function CheckItem({ locale, item, told, onAnswer }: Props) {
  const t = mockMessages[locale];
  if (item.asks === 'nothing') return <p className="text-ink-muted">{t.gone}</p>;
  if (item.asks === 'choice') return <Choice locale={locale} item={item} told={told} onAnswer={onAnswer} />;
  const text = told.answer && 'text' in told.answer ? told.answer.text : '';
  const unclear = text.trim() !== '' && parseNumber(text) === undefined;
  return (
    <div className="flex flex-col gap-4">
      <Html id="prompt" html={item.promptHtml} className="prose" />
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor="answer" className="font-semibold">
          {t.yourNumber}
        </label>
        <Input
          id="answer"
          aria-describedby="prompt answer-hint"
          aria-invalid={unclear}
          inputMode="decimal"
          autoComplete="off"
          maxLength={100}
          value={text}
          onChange={({ currentTarget }) => onAnswer({ text: currentTarget.value })}
          className="w-40 font-mono"
        />
        {item.unit === '' ? null : <span className="text-ink-muted">{item.unit}</span>}
      </div>
      <p id="answer-hint" aria-live="polite" className="text-ink-muted text-sm">
        {unclear ? t.noNumber : t.numberHint}
      </p>
    </div>
  );
}

type ChoiceProps = Omit<Props, 'item'> & { item: Extract<Item, { asks: 'choice' }> };

function Choice({ locale, item, told, onAnswer }: ChoiceProps) {
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

export function chosenOf({ answer }: Told): readonly number[] {
  return answer && 'chosen' in answer ? answer.chosen : [];
}

/** The answer once an option was chosen, or chosen again. */
export function choose(
  { multiple }: { multiple: boolean },
  chosen: readonly number[],
  index: number,
): { chosen: number[] } {
  if (!multiple) return { chosen: [index] };
  const others = chosen.filter((other) => other !== index);
  return { chosen: chosen.includes(index) ? others : [...others, index].sort((a, b) => a - b) };
}
