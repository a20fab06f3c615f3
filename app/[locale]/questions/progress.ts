/** What this browser remembers of the questions. Runs in the browser alone. */
import { useSyncExternalStore } from 'react';
import { isRecord } from '../../_ui/is-record.ts';
import { keepOpen } from '../../_ui/stay-open.ts';

export type QuestionProgress = {
  /** When the answer was last shown, ISO. */
  seenAt: string | null;
  /** Key points ticked, by index. */
  points: number[];
  /** Ids of the checks that were answered rightly. */
  checks: string[];
};
export type Progress = Readonly<Record<string, QuestionProgress>>;
export type QuestionState = 'new' | 'seen' | 'done';

export const nothingYet: QuestionProgress = { seenAt: null, points: [], checks: [] };
const noProgress: Progress = {};

const key = 'whetstone.questions';
const changed = 'whetstone:questions';

export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, readProgress, () => noProgress);
}

export function useQuestionProgress(slug: string): QuestionProgress {
  return useProgress()[slug] ?? nothingYet;
}

export function updateProgress(slug: string, change: Partial<QuestionProgress>): void {
  const progress = readProgress();
  const text = JSON.stringify({ ...progress, [slug]: { ...nothingYet, ...progress[slug], ...change } });
  try {
    localStorage.setItem(key, text);
  } catch {
    // A full or forbidden store: the page works, it only forgets.
  }
  window.dispatchEvent(new Event(changed));
}

/** Its answer was shown, or folded away again. */
export function tellAnswer(slug: string, isOpen: boolean): void {
  keepOpen(isOpen);
  if (isOpen) updateProgress(slug, { seenAt: new Date().toISOString() });
}

/** `done` once every check was answered rightly. Whoever practised a question, anywhere, has seen its answer. */
export function stateOf(
  progress: QuestionProgress | undefined,
  checkIds: readonly string[],
  practised: boolean,
): QuestionState {
  const untouched = practised ? 'seen' : 'new';
  if (progress === undefined) return untouched;
  if (checkIds.length > 0 && checkIds.every((id) => progress.checks.includes(id))) return 'done';
  return progress.seenAt === null && progress.checks.length === 0 ? untouched : 'seen';
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}

// React asks often and wants the same object for the same state.
let cached: { text: string | null; progress: Progress } = { text: null, progress: noProgress };

function readProgress(): Progress {
  const text = readText();
  if (cached.text !== text) cached = { text, progress: parseProgress(text) };
  return cached.progress;
}

function readText(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** What of `text` is as we would have written it; an older or a broken part is forgotten. */
export function parseProgress(text: string | null): Progress {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    return noProgress;
  }
  if (!isRecord(value)) return noProgress;
  return Object.fromEntries(Object.entries(value).map(([slug, entry]) => [slug, parseEntry(entry)]));
}

function parseEntry(value: unknown): QuestionProgress {
  if (!isRecord(value)) return nothingYet;
  const { seenAt, points, checks } = value;
  return {
    seenAt: typeof seenAt === 'string' ? seenAt : null,
    points: Array.isArray(points) ? points.filter((point) => Number.isInteger(point)) : [],
    checks: Array.isArray(checks) ? checks.filter((id) => typeof id === 'string') : [],
  };
}
