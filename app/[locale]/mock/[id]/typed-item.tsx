import { mockMessages } from '#app/_messages/mock.ts';
import { Input } from '#app/_ui/field.tsx';
import { parseNumber } from '#content/parse-number.ts';
import type { Locale } from '#judge/verdict.ts';
import type { CheckItem } from '../item-view.ts';
import type { Answer, Told } from '../mock-client.ts';

type Props = {
  locale: Locale;
  item: Extract<CheckItem, { asks: 'number' | 'quantity' }>;
  told: Told;
  onAnswer: (answer: Answer) => void;
};

/** A number, or one with its unit. */
export function TypedItem({ locale, item, told, onAnswer }: Props) {
  const t = mockMessages[locale];
  const text = told.answer && 'text' in told.answer ? told.answer.text : '';
  const unclear = item.asks === 'number' && text.trim() !== '' && parseNumber(text) === undefined;
  const unit = item.asks === 'number' ? item.unit : '';
  const how = item.asks === 'number' ? t.numberHint : `${item.hint} ${t.numberHint}`;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor="answer" className="font-semibold">
          {t.yourNumber}
        </label>
        <Input
          id="answer"
          aria-describedby="prompt answer-hint"
          aria-invalid={unclear}
          inputMode={item.asks === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={100}
          value={text}
          onChange={({ currentTarget }) => onAnswer({ text: currentTarget.value })}
          className="w-48 font-mono"
        />
        {unit === '' ? null : <span className="text-ink-muted">{unit}</span>}
      </div>
      <p id="answer-hint" aria-live="polite" className="text-ink-muted text-sm">
        {unclear ? t.noNumber : how}
      </p>
    </>
  );
}
