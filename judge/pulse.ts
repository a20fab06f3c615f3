/** Something done again and again, never twice at once, until it is stopped. */
export type Pulse = {
  /** Resolves when the beat that was under way is over; none comes after it. */
  stop(): Promise<void>;
};

/** Calls `beat` every `everyMs` milliseconds; one that takes longer is not overtaken. */
export function startPulse(
  beat: () => Promise<void>,
  everyMs: number,
  failed: (cause: unknown) => void,
): Pulse {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= beat()
      .catch(failed)
      .finally(() => {
        underWay = undefined;
      });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
