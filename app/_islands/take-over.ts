import { createElement, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** Brings the islands of a lightened page to life; the text between them stays as it was sent. */
export function takeOver(islands: Record<string, unknown>): void {
  const known = new Map(Object.entries(islands));
  const found = [...document.querySelectorAll<HTMLElement>('[data-island]')].flatMap((place) => {
    const component = known.get(place.dataset['island'] ?? '');
    return component === undefined ? [] : [{ place, component, restore: keepTyped(place) }];
  });
  const portals = found.map(({ place, component }, key) => {
    const props: unknown = JSON.parse(place.dataset['props'] ?? '{}');
    const element: ReactNode = Reflect.apply(createElement, undefined, [component, props]);
    return createPortal(element, place, String(key));
  });
  // One tree, so that ids differ from island to island. Rendered anew rather than hydrated: those of the whole page are others.
  const root = createRoot(document.createElement('div'));
  for (const { place } of found) place.replaceChildren();
  flushSync(() => root.render(portals));
  for (const { restore } of found) restore();
}

/** What somebody quick has typed before the script came, and where: given to the fields that take the place. */
function keepTyped(place: HTMLElement): () => void {
  const fields = () => [...place.querySelectorAll('textarea')];
  const typed = fields().map((field) => (field.value === field.defaultValue ? undefined : field.value));
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLTextAreaElement ? fields().indexOf(activeElement) : -1;
  return () => {
    for (const [index, field] of fields().entries()) {
      if (index === focused) field.focus();
      if (typed[index] === undefined) continue;
      field.value = typed[index];
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
}
