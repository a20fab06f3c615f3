import { useEffect, useRef, useState } from 'react';
import { readLocalDraft, saveServerDraft, writeLocalDraft } from './drafts.ts';

const debounceMs = 400;

type ServerDraft = { source: string; savedAt: string };
type Options = { slug: string; template: string; serverDraft: ServerDraft | null; signedIn: boolean };

/** Keeps what is typed: in this browser at once, on the server when saved or left. */
export function useDraft({ slug, template, serverDraft, signedIn }: Options) {
  const [initial, setInitial] = useState<string | null>(null);
  const [offered, setOffered] = useState<string | null>(null);
  const latest = useRef(template);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  // What this browser keeps is known only here, not when the page is rendered on the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the page that was loaded
  useEffect(() => {
    const local = readLocalDraft(slug);
    const source = local?.source ?? serverDraft?.source ?? template;
    latest.current = source;
    setInitial(source);
    const newer = serverDraft && local && Date.parse(serverDraft.savedAt) > local.savedAt + 2000;
    if (newer && serverDraft.source !== local.source) setOffered(serverDraft.source);
    const flush = () => {
      if (timer.current === undefined) return;
      writeLocalDraft(slug, latest.current);
      if (signedIn) void saveServerDraft(slug, latest.current);
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return {
    /** Null until the browser was asked. */
    initial,
    offered,
    dismiss: () => setOffered(null),
    change: (source: string) => {
      latest.current = source;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => writeLocalDraft(slug, source), debounceMs);
    },
    save: async (): Promise<void> => {
      clearTimeout(timer.current);
      timer.current = undefined;
      writeLocalDraft(slug, latest.current);
      if (signedIn) await saveServerDraft(slug, latest.current);
    },
  };
}
