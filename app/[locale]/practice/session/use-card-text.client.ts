import { useEffect, useState } from 'react';
import type { Locale } from '#judge/verdict.ts';
import type { CardText } from '../../questions/question-view.ts';

export type Loaded = { text: CardText } | 'loading' | 'failed';

const texts = new Map<string, Promise<CardText>>();

function load(address: string): Promise<CardText> {
  const known = texts.get(address);
  if (known !== undefined) return known;
  const loading = fetch(address).then((response) => {
    if (!response.ok) throw new Error(`the card answered ${response.status}`);
    return response.json() as Promise<CardText>;
  });
  texts.set(address, loading);
  // What failed is tried again when it is asked for again.
  loading.catch(() => texts.delete(address));
  return loading;
}

type Wanted = { locale: Locale; slug: string | undefined; next: string | undefined };

/** The text of the question that is shown; that of the next one is fetched behind it. */
export function useCardText({ locale, slug, next }: Wanted): { loaded: Loaded; retry: () => void } {
  const [held, setHeld] = useState<{ slug: string; loaded: Loaded } | undefined>(undefined);
  const [tries, setTries] = useState(0);
  // Loads from the network what is thought about now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks once more
  useEffect(() => {
    if (slug === undefined) return;
    let current = true;
    const addressOf = (one: string) => `/${locale}/questions/${one}/card.json`;
    load(addressOf(slug)).then(
      (text) => {
        if (current) setHeld({ slug, loaded: { text } });
        if (next !== undefined) load(addressOf(next)).catch(() => undefined);
      },
      () => current && setHeld({ slug, loaded: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [locale, slug, next, tries]);
  const retry = () => {
    setHeld(undefined);
    setTries(tries + 1);
  };
  return { loaded: held !== undefined && held.slug === slug ? held.loaded : 'loading', retry };
}
