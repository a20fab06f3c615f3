import { classes } from '#app/_ui/classes.ts';
import type { ItemView } from '../item-view.ts';

type Props = { items: readonly ItemView[]; current: number; dealtWith: readonly boolean[] };

/** The interview at a glance: each item as wide as its time, dark where it is dealt with. The words stand beside it. */
export function TimeStrip({ items, current, dealtWith }: Props) {
  return (
    <div aria-hidden className="flex h-2 gap-0.5">
      {items.map(({ place, budgetMs }) => (
        <div
          key={place}
          style={{ flexGrow: budgetMs }}
          className={classes(
            'min-w-1 basis-0 rounded-sm border',
            place === current
              ? 'border-accent bg-accent'
              : dealtWith[place]
                ? 'border-accent/50 bg-accent/50'
                : 'border-line bg-sunken',
          )}
        />
      ))}
    </div>
  );
}
