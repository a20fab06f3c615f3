import { useCallback, useEffect, useRef, useState } from 'react';
import { type ItemPatch, patchItem, type Told } from './mock-client.ts';
import { merged, readUnsent, type Unsent, without, writeUnsent } from './unsent-marks.ts';

const notesDelayMs = 800;
const retryMs = 5000;

/** Notes, marks and answers: shown at once, kept in this browser, and sent as soon as can be and as often as it takes. */
export function useAnswers(id: string, items: readonly Told[]) {
  const [answers, setAnswers] = useState<readonly Told[]>(items);
  const [reached, setReached] = useState(true);
  const unsent = useRef<Unsent>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<boolean>>(undefined);
  const revision = useRef(0);

  /** True once the server has everything. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const send = async () => {
      for (let left = firstOf(unsent.current); left; left = firstOf(unsent.current)) {
        const { kind } = await patchItem(id, left.place, left.patch);
        setReached(kind !== 'later');
        if (kind === 'later') return false;
        revision.current += 1;
        unsent.current = without(unsent.current, left.place, left.patch);
        writeUnsent(id, unsent.current);
      }
      return true;
    };
    sending.current ??= send().finally(() => {
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

  return { answers, reached, change, flush, asking };
}

function firstOf(unsent: Unsent): { place: number; patch: ItemPatch } | undefined {
  const [entry] = Object.entries(unsent);
  return entry && { place: Number(entry[0]), patch: entry[1] };
}
