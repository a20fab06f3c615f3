import { useEffect, useRef, useState } from 'react';
import {
  blankInstead,
  chooseDraft,
  readLocalDraft,
  type Saved,
  type ServerDraft,
  saveServerDraft,
  writeLocalDraft,
} from './drafts.ts';

const localDelayMs = 400;
// The server keeps ten states: this far apart they reach back some minutes of work.
const serverDelayMs = 30_000;

type Options = {
  slug: string;
  template: string;
  serverDraft: ServerDraft | null;
  /** Asked when saving: submitting signs in. */
  isSignedIn: () => boolean;
};

/** Keeps what is typed: in this browser at once, on the server when saved, left, or left alone for a while. */
export function useDraft({ slug, template, serverDraft, isSignedIn }: Options) {
  const [initial, setInitial] = useState<string | null>(null);
  const [offered, setOffered] = useState<ServerDraft | null>(null);
  const [blank, setBlank] = useState(false);
  const latest = useRef(template);
  const unsaved = useRef<{ here: boolean; there: boolean }>({ here: false, there: false });
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);

  const keepHere = () => {
    if (!unsaved.current.here) return;
    unsaved.current.here = false;
    writeLocalDraft(slug, latest.current);
  };
  const keepThere = async (): Promise<boolean> => {
    const saved = await saveServerDraft(slug, latest.current);
    if (saved) unsaved.current.there = false;
    return saved;
  };
  const stopTimers = () => {
    for (const timer of timers.current.splice(0)) clearTimeout(timer);
  };

  // What this browser keeps is known only here, not when the page is rendered on the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the page that was loaded
  useEffect(() => {
    const before = chooseDraft(readLocalDraft(slug), serverDraft, template);
    const blank = takeBlank() && before.initial !== template;
    const chosen = blank ? blankInstead(before.initial, template) : before;
    if (blank) {
      writeLocalDraft(slug, template);
      if (isSignedIn()) void saveServerDraft(slug, before.initial);
    }
    setBlank(blank);
    latest.current = chosen.initial;
    setInitial(chosen.initial);
    setOffered(chosen.offered);
    const flush = () => {
      stopTimers();
      keepHere();
      if (unsaved.current.there && isSignedIn()) void keepThere();
    };
    // A phone may end a hidden page without another word.
    const onHide = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHide);
      flush();
    };
  }, []);

  return {
    /** Null until the browser was asked. */
    initial,
    offered,
    /** Begun anew: what is offered is what was here before. */
    blank,
    dismiss: () => setOffered(null),
    change: (source: string) => {
      if (source === latest.current) return;
      latest.current = source;
      unsaved.current = { here: true, there: true };
      stopTimers();
      timers.current = [
        setTimeout(keepHere, localDelayMs),
        setTimeout(() => {
          if (isSignedIn()) void keepThere();
        }, serverDelayMs),
      ];
    },
    /** Saves in this browser, at once. */
    keepHere,
    save: async (): Promise<Saved> => {
      stopTimers();
      unsaved.current.here = true;
      keepHere();
      if (!isSignedIn()) return 'local';
      return (await keepThere()) ? 'server' : 'offline';
    },
  };
}

/** Whether the address asks for a blank file. Once: whoever loads the page again finds what they wrote meanwhile. */
function takeBlank(): boolean {
  const url = new URL(window.location.href);
  if (url.searchParams.get('blank') !== '1') return false;
  url.searchParams.delete('blank');
  window.history.replaceState(null, '', url);
  return true;
}
