import { mockMessages } from '#app/_messages/mock.ts';
import { Textarea } from '#app/_ui/field.tsx';
import type { Locale } from '#judge/verdict.ts';

type Props = { locale: Locale; notes: string; onChange: (notes: string) => void };

export function NotesField({ locale, notes, onChange }: Props) {
  const t = mockMessages[locale];
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor="notes" className="font-semibold">
        {t.notes}
      </label>
      <Textarea
        id="notes"
        aria-describedby="notes-hint"
        maxLength={20_000}
        value={notes}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        className="min-h-28"
      />
      <p id="notes-hint" className="text-ink-muted text-sm">
        {t.notesHint}
      </p>
    </div>
  );
}
