/** In which order a page shows what is to be put in order or matched: alike each time, and not the right one. */
import type { Check } from '#content/question.ts';
import { seedOf, shuffledPlaces } from '#content/random.ts';

/** The right places of the steps, as they are shown. */
export function shownSteps({ id, steps }: Pick<Extract<Check, { kind: 'order' }>, 'id' | 'steps'>): number[] {
  return shuffledPlaces(steps.length, seedOf(id));
}

/** All that can be chosen for a pair, each once. */
export function shownPartners({ id, pairs }: { id: string; pairs: readonly { right: string }[] }): string[] {
  const partners = [...new Set(pairs.map(({ right }) => right))];
  return shuffledPlaces(partners.length, seedOf(id)).flatMap((place) => partners[place] ?? []);
}
