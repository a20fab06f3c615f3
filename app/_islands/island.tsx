import type { ComponentType } from 'react';
import type { islands } from './registry.ts';

type Props<P extends object> = { name: keyof typeof islands; is: ComponentType<P>; props: P };

/**
 * A client component that also lives on a page without Next's runtime: `bin/build-site/lighten-pages.ts` takes that off
 * question pages, and `take-over.client.tsx` renders each island where it stands. Its props go through JSON.
 */
export function Island<P extends object>({ name, is: Component, props }: Props<P>) {
  return (
    <div className="contents" data-island={name} data-props={JSON.stringify(props)}>
      <Component {...props} />
    </div>
  );
}
