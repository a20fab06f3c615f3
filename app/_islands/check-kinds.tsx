/** Stands for the page's `check-kinds.ts` in an island: each kind comes with the pages that have it. */
import { type ComponentProps, lazy, Suspense } from 'react';
import type * as kinds from '../[locale]/questions/[slug]/check-kinds.ts';

const Generated = lazy(async () => ({
  default: (await import('../[locale]/questions/[slug]/generated-check.client.tsx')).GeneratedCheck,
}));
const Match = lazy(async () => ({
  default: (await import('../[locale]/questions/[slug]/match-check.client.tsx')).MatchCheck,
}));
const Order = lazy(async () => ({
  default: (await import('../[locale]/questions/[slug]/order-check.client.tsx')).OrderCheck,
}));
const Quantity = lazy(async () => ({
  default: (await import('../[locale]/questions/[slug]/quantity-check.client.tsx')).QuantityCheck,
}));

export function GeneratedCheck(props: ComponentProps<typeof kinds.GeneratedCheck>) {
  return (
    <Suspense>
      <Generated {...props} />
    </Suspense>
  );
}

export function MatchCheck(props: ComponentProps<typeof kinds.MatchCheck>) {
  return (
    <Suspense>
      <Match {...props} />
    </Suspense>
  );
}

export function OrderCheck(props: ComponentProps<typeof kinds.OrderCheck>) {
  return (
    <Suspense>
      <Order {...props} />
    </Suspense>
  );
}

export function QuantityCheck(props: ComponentProps<typeof kinds.QuantityCheck>) {
  return (
    <Suspense>
      <Quantity {...props} />
    </Suspense>
  );
}
