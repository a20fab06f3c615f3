import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

export type ButtonLook = {
  /** One primary a view: what to do next. `plain` has no edge until it is pointed at. */
  look?: 'primary' | 'quiet' | 'plain' | 'danger';
  size?: 'small' | 'normal';
};

const looks = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  quiet: 'border-line-strong bg-surface text-ink hover:border-accent hover:bg-accent-soft',
  plain: 'border-transparent text-ink-muted hover:bg-sunken hover:text-ink',
  danger: 'border-fail bg-surface text-fail hover:bg-fail-soft',
};
const sizes = { small: 'min-h-8 px-2.5 text-sm', normal: 'min-h-10 px-4' };

const shared =
  'inline-flex items-center justify-center gap-2 rounded border font-semibold transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-muted aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-muted';

function look({ look = 'quiet', size = 'normal' }: ButtonLook, className: string | undefined): string {
  return classes(shared, looks[look], sizes[size], className);
}

/** A button's look for a link that Next has no part in: to a file. */
export function buttonLook(chosen: ButtonLook = {}): string {
  return look(chosen, undefined);
}

export function Button({
  look: chosen,
  size,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return <button type={type} className={look(lookOf(chosen, size), className)} {...rest} />;
}

export function ButtonLink({
  look: chosen,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={look(lookOf(chosen, size), className)} {...rest} />;
}

function lookOf(chosen: ButtonLook['look'], size: ButtonLook['size']): ButtonLook {
  return { ...(chosen && { look: chosen }), ...(size && { size }) };
}
