import { SquareTerminal } from 'lucide-react';
import { mockMessages } from '#app/_messages/mock.ts';
import { ButtonLink } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { ProblemItem as Item } from '../item-view.ts';
import type { Told } from '../mock-client.ts';
import { NotesField } from './notes-field.tsx';

type Props = {
  locale: Locale;
  mockId: string;
  item: Item;
  told: Told;
  onOpen: () => void;
  onNotes: (notes: string) => void;
};

/** The problem is solved where problems are solved, with this interview's clock above it. */
export function ProblemItem({ locale, mockId, item, told, onOpen, onNotes }: Props) {
  const t = mockMessages[locale];
  // A blank file the first time alone: whoever comes back finds what they wrote.
  const query = told.revealed ? `mock=${mockId}` : `mock=${mockId}&blank=1`;
  return (
    <div className="flex flex-col gap-8">
      <p className="text-ink-muted text-lg">{t.solve}</p>
      <div className="flex flex-col gap-2">
        <ButtonLink
          look="primary"
          href={`/${locale}/problems/${item.slug}?${query}`}
          prefetch={false}
          onClick={onOpen}
          className="min-h-12 text-lg"
        >
          <SquareTerminal aria-hidden size={18} />
          {told.revealed ? t.backToWorkspace : t.openWorkspace}
        </ButtonLink>
        <p className="text-ink-muted text-sm">{t.attempts}</p>
      </div>
      <NotesField locale={locale} notes={told.notes} onChange={onNotes} />
    </div>
  );
}
