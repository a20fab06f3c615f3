import { Bookmark } from 'lucide-react';
import type { Locale } from '#judge/verdict.ts';
import { keepMessages } from '../_messages/keep.ts';

/** Says of a row in a list that it is bookmarked. */
export function BookmarkMark({ locale }: { locale: Locale }) {
  return (
    <span className="inline-flex items-center gap-1 text-accent text-sm">
      <Bookmark aria-hidden size={14} fill="currentColor" />
      {keepMessages[locale].bookmarked}
    </span>
  );
}
