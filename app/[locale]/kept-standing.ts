/**
 * What the account of this browser was last known to have done, kept for the next page: pages are built ahead, and say
 * it before the server has answered, or without a network. It goes when somebody signs in or out. Runs in the browser
 * alone.
 */
import { isRecord } from '../_ui/is-record.ts';

/** Of an anonymous account, too. */
export type Standing = {
  /** Slugs of questions that were practised. */
  questions: readonly string[];
  problems: readonly { slug: string; solved: boolean }[];
  /** What practice has for today; null before the first grade. */
  due: { review: number; fresh: number } | null;
};

export const noStanding: Standing = { questions: [], problems: [], due: null };

const key = 'whetstone.standing';
const changed = 'whetstone:standing';

export function keepStanding(standing: Standing): void {
  store(JSON.stringify(standing));
}

let forgets = 0;

export function forgetStanding(): void {
  forgets += 1;
  store(null);
}

/** Whether it was forgotten since this was asked for: what is answered then is of whoever was here before. */
export function watchForgetting(): () => boolean {
  const before = forgets;
  return () => forgets !== before;
}

// What a full or forbidden store does not take lasts as long as the page.
let unstored: string | null = null;

function store(text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    unstored = null;
  } catch {
    unstored = text;
  }
  window.dispatchEvent(new Event(changed));
}

/** Calls back when it changes, in this tab or another. */
export function watchStanding(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}

// React asks often and wants the same object for the same state.
let cached: { text: string | null; standing: Standing } = { text: null, standing: noStanding };

export function readStanding(): Standing {
  const text = readText();
  if (cached.text !== text) cached = { text, standing: parseStanding(text) };
  return cached.standing;
}

function readText(): string | null {
  try {
    return unstored ?? localStorage.getItem(key);
  } catch {
    return unstored;
  }
}

/** What `text` says where it is as we would have written it; nothing is known from an older or a broken one. */
export function parseStanding(text: string | null): Standing {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    return isStanding(kept) ? kept : noStanding;
  } catch {
    return noStanding;
  }
}

function isStanding(kept: unknown): kept is Standing {
  if (!isRecord(kept) || !Array.isArray(kept['questions']) || !Array.isArray(kept['problems'])) return false;
  const { questions, problems, due } = kept;
  return (
    questions.every((slug) => typeof slug === 'string') &&
    problems.every((one) => isRecord(one) && typeof one['slug'] === 'string') &&
    (due === null || (isRecord(due) && Number.isFinite(due['review']) && Number.isFinite(due['fresh'])))
  );
}
