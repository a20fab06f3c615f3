/** Values put in at once and taken out in order, until closed. It tells when more wait than it should hold. */
export type Queue<T> = {
  /** `bytes` is what the value costs as long as it waits. */
  put(value: T, bytes: number): void;
  /** After what was put; `error` is then thrown to who drains. */
  close(error?: Error): void;
  drain(): AsyncGenerator<T>;
};

export type Bound = {
  /** What may wait at a time. */
  bytes: number;
  /** More waits than may: whoever puts should stop. */
  onFull(): void;
  /** No longer so. */
  onRoom(): void;
};

export function createQueue<T>({ bytes: most, onFull, onRoom }: Bound): Queue<T> {
  const waiting: { value: T; bytes: number }[] = [];
  let held = 0;
  let full = false;
  let closed = false;
  let error: Error | undefined;
  let wake: () => void = () => undefined;

  const take = () => {
    const taken = waiting.shift();
    if (!taken) return undefined;
    held -= taken.bytes;
    if (full && held <= most) {
      full = false;
      onRoom();
    }
    return taken;
  };
  async function* drain(): AsyncGenerator<T> {
    for (;;) {
      const taken = take();
      if (taken) yield taken.value;
      else if (closed) break;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    if (error) throw error;
  }
  return {
    put(value, bytes) {
      waiting.push({ value, bytes });
      held += bytes;
      if (!full && held > most) {
        full = true;
        onFull();
      }
      wake();
    },
    close(cause) {
      closed = true;
      error = cause;
      wake();
    },
    drain,
  };
}
