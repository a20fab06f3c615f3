import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={classes(
        'text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong hover:decoration-2',
        className,
      )}
      {...rest}
    />
  );
}
