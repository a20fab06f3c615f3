import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type ComponentProps, type KeyboardEvent, useId } from 'react';
import type { Locale } from '#judge/verdict.ts';
import { checkMessages } from '../../../_messages/checks.ts';
import { classes } from '../../../_ui/classes.ts';
import { Html } from '../../../_ui/html.tsx';
import type { StepView } from '../check-view.ts';

type Props = {
  locale: Locale;
  step: StepView | undefined;
  number: number;
  of: number;
  verdict: 'right' | 'wrong' | undefined;
  /** Pixels from where it stands, while it or another is dragged. */
  shift: number;
  dragged: boolean;
  handle: ComponentProps<'span'>;
  onMove: (by: -1 | 1) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

export function OrderStep(props: Props) {
  const { locale, step, number, of, verdict, shift, dragged, handle, onMove, onKeyDown } = props;
  const t = checkMessages[locale];
  const id = useId();
  if (step === undefined) return null;

  const button = (by: -1 | 1, label: string) => {
    const Arrow = by === -1 ? ArrowUp : ArrowDown;
    const end = number === (by === -1 ? 1 : of);
    return (
      <button
        type="button"
        id={`${id}${by}`}
        aria-label={label}
        aria-labelledby={`${id}${by} ${id}-text`}
        aria-disabled={end}
        title={label}
        onClick={() => onMove(by)}
        onKeyDown={onKeyDown}
        className="grid size-9 place-items-center rounded border border-line-strong bg-surface hover:border-accent hover:bg-accent-soft aria-disabled:border-line aria-disabled:text-ink-muted aria-disabled:opacity-50"
      >
        <Arrow aria-hidden size={16} />
      </button>
    );
  };
  return (
    <li
      style={shift === 0 ? undefined : { transform: `translateY(${shift}px)` }}
      className={classes(
        'relative flex items-center gap-2 rounded border bg-surface py-1.5 pr-1.5 pl-1',
        dragged ? 'z-10 border-accent shadow-raised' : 'transition-transform',
        !dragged && (verdict === undefined ? 'border-line' : borders[verdict]),
      )}
    >
      <span
        {...handle}
        aria-hidden
        className={classes(
          'needs-script grid h-9 w-7 shrink-0 touch-none select-none place-items-center text-ink-muted',
          dragged ? 'cursor-grabbing' : 'cursor-grab',
        )}
      >
        <GripVertical size={16} />
      </span>
      <span aria-hidden className="w-5 shrink-0 text-right text-ink-muted text-sm tabular-nums">
        {number}
      </span>
      <div className="min-w-0 grow">
        <Html inline id={`${id}-text`} html={step.html} className="prose prose-small block" />
        {verdict === undefined ? null : (
          <div className="mt-1">
            <span
              className={classes('font-semibold text-sm', verdict === 'right' ? 'text-pass' : 'text-fail')}
            >
              {verdict === 'right' ? `✓ ${t.rightPlace}` : `✗ ${t.wrongPlace}`}
            </span>
            <Html html={step.feedbackHtml} className="prose prose-small" />
          </div>
        )}
      </div>
      <span className="needs-script flex shrink-0 flex-col gap-1 sm:flex-row">
        {button(-1, t.moveUp)}
        {button(1, t.moveDown)}
      </span>
    </li>
  );
}

const borders = { right: 'border-pass/50', wrong: 'border-fail/50' };
