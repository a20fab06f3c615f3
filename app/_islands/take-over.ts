import { createElement, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { takeEarlyPresses } from '../_ui/early-presses.ts';
import { whenQuiet } from '../_ui/when-quiet.ts';

type Wake = (place: HTMLElement) => void;

/**
 * Brings the islands of a lightened page to life, one in a task, so that the page answers in between; the text between
 * them stays as it was sent. Those that can wait come when they are near the screen, when somebody turns to them, or when
 * nothing else is to be done.
 */
export function takeOver(islands: Record<string, unknown>): void {
  const known = new Map(Object.entries(islands));
  const places = [...document.querySelectorAll<HTMLElement>('[data-island]')].filter(({ dataset }) =>
    known.has(dataset['island'] ?? ''),
  );
  const asleep = new Set(places);
  // One tree, so that ids differ from island to island. Rendered anew rather than hydrated: those of the whole page are others.
  const root = createRoot(document.createElement('div'));
  const portals: ReactNode[] = [];
  const wake: Wake = (place) => {
    if (!asleep.delete(place)) return;
    const props: unknown = JSON.parse(place.dataset['props'] ?? '{}');
    const component = known.get(place.dataset['island'] ?? '');
    const element: ReactNode = Reflect.apply(createElement, undefined, [component, props]);
    const restore = keepFilledIn(place);
    place.replaceChildren();
    portals.push(createPortal(element, place, String(portals.length)));
    // Portals that stand already are the same objects, which Preact passes over.
    flushSync(() => root.render([...portals]));
    restore();
  };
  const wakeInTasks = inTasks(wake);
  const patient = places.filter(({ dataset }) => dataset['when'] === 'near');
  wakeInTasks(places.filter((place) => !patient.includes(place)));
  whenNear(patient, wakeInTasks);
  whenQuiet(() => wakeInTasks(patient));
  whenTurnedTo(asleep, wake);
  pressAgain(wake);
}

function inTasks(wake: Wake): (places: readonly HTMLElement[]) => void {
  const waiting: HTMLElement[] = [];
  const next = () => {
    const place = waiting.shift();
    if (place) wake(place);
    if (waiting.length > 0) setTimeout(next);
  };
  return (places) => {
    if (waiting.length === 0) setTimeout(next);
    waiting.push(...places);
  };
}

function whenNear(places: readonly HTMLElement[], act: (near: HTMLElement[]) => void): void {
  // The place itself has no box.
  const placeOf = new Map(places.map((place) => [place.firstElementChild, place]));
  const observer = new IntersectionObserver(
    (entries) => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting);
      for (const { target } of near) observer.unobserve(target);
      act(near.flatMap(({ target }) => placeOf.get(target) ?? []));
    },
    { rootMargin: '25% 0px' },
  );
  for (const shown of placeOf.keys()) if (shown) observer.observe(shown);
}

/** A pointer that comes near, focus, and a click that no pointer made: who acts finds it alive. */
function whenTurnedTo(asleep: ReadonlySet<HTMLElement>, wake: Wake): void {
  const turned = (event: Event) => {
    const { target, type } = event;
    if (!(target instanceof Element)) return;
    const place = target.closest<HTMLElement>('[data-island]');
    if (!place || !asleep.has(place)) return;
    const trail = trailTo(target, place);
    wake(place);
    const successor = follow(trail, place);
    if (!(successor instanceof HTMLElement)) return;
    if (type === 'focusin') successor.focus();
    if (type !== 'click') return;
    event.preventDefault();
    event.stopPropagation();
    // What it did to a field, such as to tick it, was filled in with the rest.
    if (!(successor instanceof HTMLInputElement)) successor.click();
  };
  for (const type of ['pointerover', 'pointerdown', 'focusin', 'click'])
    document.addEventListener(type, turned, { capture: true });
}

/** What was pressed before this script had come, on what takes its place. */
function pressAgain(wake: Wake): void {
  const pressed = takeEarlyPresses().flatMap((button) => {
    const place = button.closest<HTMLElement>('[data-island]');
    return place
      ? [{ place, trail: trailTo(button, place), focused: button === document.activeElement }]
      : [];
  });
  for (const { place } of pressed) wake(place);
  // All of them before one changes what is there.
  const successors = pressed.map(({ place, trail, focused }) => ({
    successor: follow(trail, place),
    focused,
  }));
  for (const { successor, focused } of successors) {
    if (!(successor instanceof HTMLElement)) continue;
    if (focused) successor.focus();
    flushSync(() => successor.click());
  }
}

/** Which child of which child it is. */
function trailTo(element: Element, place: Element): number[] {
  const trail: number[] = [];
  for (let at = element; at !== place && at.parentElement; at = at.parentElement)
    trail.unshift([...at.parentElement.children].indexOf(at));
  return trail;
}

function follow(trail: readonly number[], place: Element): Element | undefined {
  return trail.reduce<Element | undefined>((at, child) => at?.children[child], place);
}

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

/** What somebody quick has filled in before the script came, and where: given to the fields that take the place. */
function keepFilledIn(place: HTMLElement): () => void {
  const fields = () => [...place.querySelectorAll<Field>('textarea, input, select')];
  const sent = fields();
  const focused = document.activeElement;
  return () => {
    for (const [index, field] of fields().entries()) {
      const before = sent[index];
      if (before === focused) field.focus();
      // Each for itself: what is made of one is to be known to the next.
      if (before?.type === field.type) flushSync(() => fillIn(field, before));
    }
  };
}

function fillIn(field: Field, before: Field): void {
  if (
    field instanceof HTMLInputElement &&
    before instanceof HTMLInputElement &&
    before.checked !== before.defaultChecked
  ) {
    // A radio that is off goes off with the one that is on.
    if (field.checked !== before.checked && (before.checked || field.type === 'checkbox')) field.click();
  } else if (isChanged(before) && field.value !== before.value) {
    field.value = before.value;
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  }
}

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some(({ selected, defaultSelected }) => selected && !defaultSelected);
  return field.value !== field.defaultValue;
}
