import { createElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
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
    const restore = keepTyped(place);
    flushSync(() => createRoot(place, { identifierPrefix: `island${index}-` }).render(element));
    restore();
  }
}

/** What somebody quick has typed before the script came, and where: given to the fields that take the place. */
function keepTyped(place: HTMLElement): () => void {
  const fields = () => [...place.querySelectorAll('textarea')];
  const typed = fields().map((field) => (field.value === field.defaultValue ? undefined : field.value));
  const focused = fields().findIndex((field) => field === document.activeElement);
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  return () => {
    for (const [index, field] of fields().entries()) {
      if (index === focused) field.focus();
      if (typed[index] === undefined) continue;
      // Past React's own setter, so that it takes notice.
      setValue?.call(field, typed[index]);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
}
