import { classes } from '../_ui/classes.ts';
import { snippet } from './mark.ts';
import { Marked } from './marked.tsx';

type Props = { text: string; terms: readonly string[]; className?: string };

/** Where in a text it was found; nothing where it was found elsewhere. */
export function Passage({ text, terms, className }: Props) {
  const passage = terms.length === 0 ? null : snippet(text, terms);
  if (passage === null) return null;
  return (
    <p className={classes('text-ink-muted text-sm', className)}>
      <Marked text={passage} terms={terms} />
    </p>
  );
}
