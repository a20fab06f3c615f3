export type StopSwitch = {
  /** Aborted at the first signal, or when who started us is gone. */
  asked: AbortSignal;
  /** Aborted at the second: no more patience. */
  insisted: AbortSignal;
};

// Ctrl-C reaches us from the terminal and again by way of bootstrap and npm: one wish, told up to three times.
const echoMs = 400;

/** Turns SIGINT, SIGTERM, SIGHUP and the death of our parent into two abort signals. */
export function installStopSwitch(): StopSwitch {
  const asked = new AbortController();
  const insisted = new AbortController();
  let last = 0;
  const press = () => {
    const now = performance.now();
    const echo = now - last < echoMs;
    last = now;
    if (!asked.signal.aborted) asked.abort();
    else if (!echo) insisted.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, press);
  // The channel to bootstrap ends with bootstrap, however that came about.
  if (process.connected) {
    process.once('disconnect', press);
    process.channel?.unref();
  }
  return { asked: asked.signal, insisted: insisted.signal };
}

/** Resolves when the signal is aborted. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
