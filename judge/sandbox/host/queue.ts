/** Values put in at once and taken out in order, until closed. */
export type Queue<T> = {
  put(value: T): void;
  /** After what was put; `error` is then thrown to who drains. */
  close(error?: Error): void;
  drain(): AsyncGenerator<T>;
};

export function createQueue<T>(): Queue<T> {
  const values: T[] = [];
  let closed = false;
  let error: Error | undefined;
  let wake: () => void = () => undefined;

  async function* drain(): AsyncGenerator<T> {
    for (;;) {
      const value = values.shift();
      if (value !== undefined) yield value;
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
    put(value) {
      values.push(value);
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
