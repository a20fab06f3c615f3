import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type Act,
  actOnMock,
  type ClockView,
  type MockRead,
  readMock,
  type Trouble,
  troubleOf,
} from './mock-client.ts';

const retryMs = 5000;

type Options = {
  id: string;
  first: ClockView;
  /** Sends what is written first: what comes after may be the end. */
  flush: () => Promise<boolean>;
  /** Called when the server is asked; what it gives is told what the server said. */
  onAsk?: () => (items: MockRead['items']) => void;
};

/** The server's clock, and what can be done with it. Once it is over the page is made anew: it is the report then. */
export function useMockClock({ id, first, flush, onAsk }: Options) {
  const router = useRouter();
  const [clock, setClock] = useState(first);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [refused, setRefused] = useState(false);
  const wanted = useRef<Act>(undefined);
  const told = useRef(onAsk);
  const begun = useRef(0);
  const answered = useRef(0);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  // Called later, with what holds then.
  useEffect(() => {
    told.current = onAsk;
  });

  const take = useCallback(
    (next: ClockView) => {
      setClock(next);
      // The report has what was still on its way.
      if (next.state === 'over') void flush().finally(() => router.refresh());
    },
    [router, flush],
  );

  const sync = useCallback(async () => {
    const tell = told.current?.();
    const before = begun.current + answered.current;
    const reply = await readMock(id);
    setTrouble(troubleOf(reply.kind));
    if (reply.kind !== 'done') return;
    tell?.(reply.value.items);
    // What was done since it was asked goes before what it answers.
    if (begun.current + answered.current === before) take(reply.value.clock);
  }, [id, take]);

  /** One after the other, as they were done. False where it is to be sent again. */
  const send = useCallback(
    (act: Act): Promise<boolean> => {
      begun.current += 1;
      const mine = begun.current;
      const sent = line.current.then(async () => {
        const reply = await actOnMock(id, act);
        answered.current += 1;
        const met = troubleOf(reply.kind);
        setTrouble(met);
        setRefused(reply.kind === 'refused');
        // Of several in a row the last one's answer counts: the others' are of places that were left.
        if (reply.kind === 'done' && mine === begun.current) take(reply.value.clock);
        if (reply.kind === 'refused') await sync();
        return met === null;
      });
      line.current = sent;
      return sent;
    },
    [id, take, sync],
  );

  /** Goes there at once; the server is told when it can be. */
  const go = useCallback(
    async (place: number) => {
      wanted.current = { act: 'go', place };
      setClock((before) => ({ ...before, current: place }));
      void flush();
      if (await send({ act: 'go', place })) wanted.current = undefined;
    },
    [send, flush],
  );

  // The network, other tabs and a sleeping machine are outside of React: whoever comes back sees what the server says.
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const act = wanted.current;
      if (act && !(await send(act))) return;
      wanted.current = undefined;
      await sync();
    };
    const listen = () => void look();
    // Who comes by the browser's way back gets the page as it was left.
    listen();
    const retrying = setInterval(() => {
      if (wanted.current) listen();
    }, retryMs);
    document.addEventListener('visibilitychange', listen);
    window.addEventListener('focus', listen);
    window.addEventListener('online', listen);
    return () => {
      clearInterval(retrying);
      document.removeEventListener('visibilitychange', listen);
      window.removeEventListener('focus', listen);
      window.removeEventListener('online', listen);
    };
  }, [send, sync]);

  return {
    clock,
    trouble,
    refused,
    go,
    sync,
    pause: () => send({ act: 'pause' }),
    resume: () => send({ act: 'resume' }),
    finish: async () => {
      await flush();
      return send({ act: 'finish' });
    },
  };
}
