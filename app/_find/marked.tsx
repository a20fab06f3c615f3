import { markPieces } from './mark.ts';

/** A text with what was searched for marked in it. */
export function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  if (terms.length === 0) return text;
  let at = 0;
  return markPieces(text, terms).map(({ text: piece, marked }) => {
    const key = at;
    at += piece.length;
    return marked ? (
      <mark key={key} className="rounded-[2px] bg-mark text-ink">
        {piece}
      </mark>
    ) : (
      piece
    );
  });
}
