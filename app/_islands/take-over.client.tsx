/**
 * The whole script of a lightened page: the islands come alive, the text stays as it was sent. Bundled by
 * {@link file://../../bin/build-site/bundle-islands.ts}; Next never loads it.
 */
import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { updateProgress } from '../[locale]/questions/progress.ts';
import { islands } from './registry.ts';

const known = new Map<string, unknown>(Object.entries(islands));

for (const [index, place] of document.querySelectorAll<HTMLElement>('[data-island]').entries()) {
  const component = known.get(place.dataset['island'] ?? '');
  if (component === undefined) continue;
  // Rendered anew rather than hydrated: an island has ids of its own, which those of the whole page are not.
  const element: ReactNode = Reflect.apply(createElement, undefined, [
    component,
    JSON.parse(place.dataset['props'] ?? '{}'),
  ]);
  createRoot(place, { identifierPrefix: `island${index}-` }).render(element);
}

// `toggle` doesn't bubble, and folded parts inside tell of themselves, too.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const slug = target.dataset['answerOf'];
    if (slug !== undefined) updateProgress(slug, { seenAt: new Date().toISOString() });
  },
  true,
);
