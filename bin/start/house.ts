/** What is open, to be closed in the reverse order: the site before the judge, the database last. */
export type House = {
  open<T>(thing: T, close: (thing: T) => Promise<unknown> | unknown): T;
  isOpen(): boolean;
  closeAll(): Promise<void>;
};

export function createHouse(): House {
  const closers: (() => Promise<unknown> | unknown)[] = [];
  return {
    open(thing, close) {
      closers.push(() => close(thing));
      return thing;
    },
    isOpen: () => closers.length > 0,
    async closeAll() {
      const errors: unknown[] = [];
      for (let close = closers.pop(); close; close = closers.pop()) {
        try {
          await close();
        } catch (error) {
          // One that cannot be closed must not keep the others open.
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, 'not all could be closed');
    },
  };
}
