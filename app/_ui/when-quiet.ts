const quietMs = 3000;

/**
 * Acts once the page has loaded and three seconds later has a moment to spare, so that what takes long disturbs nobody
 * who reads, scrolls or waits for the page. Returns what calls it off.
 */
export function whenQuiet(act: () => void): () => void {
  const calledOff = new AbortController();
  const { signal } = calledOff;
  const wait = () => {
    const timer = setTimeout(() => {
      // Safari has no word for idle.
      if (!('requestIdleCallback' in globalThis)) return act();
      const idle = requestIdleCallback(act);
      signal.addEventListener('abort', () => cancelIdleCallback(idle));
    }, quietMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true, signal });
  return () => calledOff.abort();
}
