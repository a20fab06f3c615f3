import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

type FieldProps = {
  /** The control's id, too. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Told at once to who cannot see it. */
  error?: ReactNode;
  children: ReactNode;
};

/** A label, its control (one of the below, given `describedBy(id, …)`), a hint and what is wrong. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-muted text-sm">
          {hint}
        </p>
      ) : null}
      <p id={`${id}-error`} role="alert" className="text-fail text-sm empty:hidden">
        {error}
      </p>
    </div>
  );
}

/** `aria-describedby` and `aria-invalid` for the control of a {@link Field}. */
export function describedBy(id: string, has: { hint?: boolean; error?: boolean }) {
  const ids = classes(has.hint && `${id}-hint`, has.error && `${id}-error`);
  return { ...(ids && { 'aria-describedby': ids }), ...(has.error && { 'aria-invalid': true }) };
}

const control =
  'rounded border border-line-strong bg-surface px-3 text-ink hover:border-accent aria-invalid:border-fail disabled:bg-sunken';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={classes(control, 'h-10 min-w-0', className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={classes(control, 'min-h-24 py-2', className)} {...rest} />;
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={classes(control, 'h-10', className)} {...rest} />;
}
