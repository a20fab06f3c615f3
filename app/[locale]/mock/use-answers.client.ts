import { useCallback, useEffect, useRef, useState } from 'react';
import type { ItemPatch, Told, Trouble } from './mock-client.ts';
import { sendUnsent } from './send-unsent.ts';
import { merged, readUnsent, type Unsent, writeUnsent } from './unsent-marks.ts';

const notesDelayMs = 800;
const retryMs = 5000;

/** Notes, marks and answers: shown at once, kept in this browser, and sent as soon as can be and as often as it takes. */
export function useAnswers(id: string, items: readonly Told[]) {
  const [answers, setAnswers] = useState<readonly Told[]>(items);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [refused, setRefused] = useState(false);
  const unsent = useRef<Unsent>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<boolean>>(undefined);
  const revision = useRef(0);

  /** True once the server has everything. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    sending.current ??= sendUnsent(id, unsent, (tried) => {
      setTrouble(tried.trouble);
      if (tried.refused) setRefused(true);
      if (!tried.trouble) revision.current += 1;
    }).finally(() => {
      sending.current = undefined;
    });
    return sending.current.then((sent) => {
      if (!sent) {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void flush(), retryMs);
      }
      return sent;
    });
  }, [id]);

  const change = useCallback(
    (place: number, patch: ItemPatch) => {
      revision.current += 1;
      setRefused(false);
      setAnswers((before) => before.map((one, index) => (index === place ? { ...one, ...patch } : one)));
      unsent.current = { ...unsent.current, [place]: { ...unsent.current[place], ...patch } };
      writeUnsent(id, unsent.current);
      clearTimeout(timer.current);
      if (patch.notes === undefined) void flush();
      else timer.current = setTimeout(() => void flush(), notesDelayMs);
    },
    [id, flush],
  );

  /** To be called when the server is asked; what it gives takes what it said, unless something was done here meanwhile. */
  const asking = useCallback(() => {
    const before = revision.current;
    return (told: readonly Told[]) => {
      if (revision.current === before) setAnswers(merged(told, unsent.current));
    };
  }, []);

  // What an earlier visit could not send is in the browser's store; the network and the page's end are outside of React.
  useEffect(() => {
    unsent.current = { ...readUnsent(id), ...unsent.current };
    setAnswers((before) => merged(before, unsent.current));
    const send = () => void flush();
    send();
    window.addEventListener('online', send);
    window.addEventListener('pagehide', send);
    return () => {
      window.removeEventListener('online', send);
      window.removeEventListener('pagehide', send);
      clearTimeout(timer.current);
    };
  }, [id, flush]);

  return { answers, trouble, refused, change, flush, asking };
}
