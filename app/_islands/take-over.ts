import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Brings the islands of a lightened page to life; the text between them stays as it was sent. */
export function takeOver(islands: Record<string, unknown>): void {
  const known = new Map(Object.entries(islands));
  for (const [index, place] of document.querySelectorAll<HTMLElement>('[data-island]').entries()) {
    const component = known.get(place.dataset['island'] ?? '');
    if (component === undefined) continue;
    // Rendered anew rather than hydrated: an island has ids of its own, which those of the whole page are not.
    const props: unknown = JSON.parse(place.dataset['props'] ?? '{}');
    const element: ReactNode = Reflect.apply(createElement, undefined, [component, props]);
    createRoot(place, { identifierPrefix: `island${index}-` }).render(element);
  }
}
