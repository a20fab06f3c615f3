import type { ComponentProps } from 'react';

type Props = ComponentProps<'a'> & { prefetch?: boolean | null; scroll?: boolean; replace?: boolean };

/** Stands for `next/link` in an island: a link that loads its page. */
// biome-ignore lint/style/noDefaultExport: stands for a module that has one
export default function PlainLink({ prefetch: _ahead, scroll: _scroll, replace: _replace, ...rest }: Props) {
  return <a {...rest} />;
}

/** A page that loads is the browser's to tell of. */
export function useLinkStatus(): { pending: boolean } {
  return { pending: false };
}
