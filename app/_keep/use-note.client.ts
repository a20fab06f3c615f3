import { useEffect, useRef, useState } from 'react';
import {
  type CardAddress,
  changeKept,
  type Kept,
  type NoteOnServer,
  pathOf,
  readKept,
  send,
} from './kept.ts';
import { readNoteDraft, reconcile, writeNoteDraft } from './note-draft.ts';

const hereDelayMs = 300;
const thereDelayMs = 1500;
/** As the server counts; {@link file://../../prisma/note.ts}. */
const maxNoteLength = 20_000;

/** `kept`: in this browser alone, until the server can be reached. */
export type NoteState = 'saved' | 'saving' | 'kept' | 'too-long';

type SavedNote = Omit<NoteOnServer, 'html'>;

/** A note that is kept as it is written: in this browser at once, on the server whenever the hand rests. */
export function useNote(card: CardAddress, kept: Kept) {
  const [begun] = useState(() => begin(card, kept));
  const [text, setText] = useState(begun.text);
  const [joined, setJoined] = useState(begun.joined);
  const [state, setState] = useState<NoteState>(begun.unsaved ? 'saving' : 'saved');
  const now = useRef({ text: begun.text, revision: kept.note?.revision ?? null, unsaved: begun.unsaved });
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const owner = kept.account;
  // One that accounts brought together may be longer, and is then only made shorter.
  const limit = Math.max(maxNoteLength, lengthOf(kept.note?.text ?? ''));

  const keepHere = () => {
    const { text, revision, unsaved } = now.current;
    writeNoteDraft(card, unsaved ? { text, revision, owner } : undefined);
  };
  const sending = useRef<Promise<void> | undefined>(undefined);
  const keepThere = (): Promise<void> => {
    sending.current ??= put().finally(() => {
      sending.current = undefined;
    });
    return sending.current;
  };
  async function put(): Promise<void> {
    while (now.current.unsaved) {
      const stop = await putOnce(now.current);
      if (stop !== undefined) return setState(stop);
    }
    setState('saved');
  }
  /** Why it can't be saved now; undefined where it was, or is to be tried again. */
  async function putOnce({ text: sent, revision }: { text: string; revision: string | null }) {
    if (lengthOf(sent) > limit) return 'too-long';
    if (!navigator.onLine) return 'kept';
    setState('saving');
    const answer = await send('PUT', `${pathOf(card)}/note`, { text: sent, revision });
    if (answer?.status === 409) return (await join()) ? undefined : 'kept';
    if (!answer?.ok) return answer?.status === 413 ? 'too-long' : 'kept';
    take(sent, ((await answer.json()) as { note: SavedNote | null }).note);
    return undefined;
  }
  function take(sent: string, note: SavedNote | null): void {
    now.current.revision = note?.revision ?? null;
    now.current.unsaved = now.current.text !== sent;
    changeKept(card, { note: note && { ...note, html: null } });
    keepHere();
  }
  // Somebody else, or oneself elsewhere, was first.
  async function join(): Promise<boolean> {
    const server = await readNow(card);
    if (server === undefined) return false;
    const both = reconcile(now.current, server);
    now.current = { text: both.text, revision: server?.revision ?? null, unsaved: true };
    setText(both.text);
    if (both.joined) setJoined(true);
    keepHere();
    return true;
  }
  const stopTimers = () => {
    for (const timer of timers.current.splice(0)) clearTimeout(timer);
  };

  // What was left unsent goes now; a page that is hidden or left may get no other chance.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the card that was opened
  useEffect(() => {
    const flush = () => {
      stopTimers();
      if (!now.current.unsaved) return;
      keepHere();
      void keepThere();
    };
    const onHide = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    if (now.current.unsaved) void keepThere().then(() => readKept(pathOf(card), { anew: true }));
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHide);
      flush();
    };
  }, []);

  return {
    text,
    state,
    /** Characters beyond what is saved. */
    over: lengthOf(text) - limit,
    joined,
    change: (next: string) => {
      now.current = { ...now.current, text: next, unsaved: true };
      setText(next);
      setJoined(false);
      setState('saving');
      stopTimers();
      timers.current = [setTimeout(keepHere, hereDelayMs), setTimeout(() => void keepThere(), thereDelayMs)];
    },
    /** Saves at once, and reads the note as it is shown. */
    finish: async () => {
      stopTimers();
      keepHere();
      await keepThere();
      await readKept(pathOf(card), { anew: true });
    },
  };
}

function begin(card: CardAddress, kept: Kept): { text: string; joined: boolean; unsaved: boolean } {
  const draft = readNoteDraft(card);
  const onServer = kept.note?.text ?? '';
  if (!draft || (draft.owner !== '' && draft.owner !== kept.account))
    return { text: onServer, joined: false, unsaved: false };
  const both = reconcile(draft, kept.note);
  return { ...both, unsaved: both.text !== onServer };
}

/** Undefined where the server could not be asked. */
async function readNow(card: CardAddress): Promise<NoteOnServer | null | undefined> {
  try {
    const answer = await fetch(pathOf(card));
    return answer.ok ? ((await answer.json()) as Kept).note : undefined;
  } catch {
    return undefined;
  }
}

function lengthOf(text: string): number {
  return [...text].length;
}
