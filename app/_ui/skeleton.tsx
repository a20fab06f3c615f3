import { classes } from './classes.ts';

/** Where something will stand. Size it by `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classes('animate-pulse rounded bg-sunken', className)} />;
}
