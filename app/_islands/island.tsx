import type { ComponentType } from 'react';
import type { listIslands } from './lists.ts';
import type { questionIslands } from './question.ts';
import type { shellIslands } from './shell.ts';

type Name = keyof (typeof shellIslands & typeof questionIslands & typeof listIslands);

type Props<P extends object> = {
  name: Name;
  is: ComponentType<P>;
  props: P;
  /** `near`: it comes to life when the reader comes near it; else with the page. */
  when?: 'near';
};

/**
 * A client component that also lives on a page without Next's runtime: `bin/build-site/lighten-pages.ts` takes that off
 * pages that are built ahead, and `take-over.ts` renders each island where it stands. Its props go through JSON.
 */
export function Island<P extends object>({ name, is: Component, props, when }: Props<P>) {
  return (
    <div className="contents" data-island={name} data-props={JSON.stringify(props)} data-when={when}>
      <Component {...props} />
    </div>
  );
}
