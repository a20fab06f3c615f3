/** Does something with each, at most `limit` at a time; what came out stands in the order of what went in. */
export async function mapAtOnce<T, R>(
  items: readonly T[],
  limit: number,
  act: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  // Several take from one list, until it is empty.
  const waiting = items.entries();
  const taker = async () => {
    for (const [index, item] of waiting) results.set(index, await act(item, index));
  };
  await Promise.all(Array.from({ length: limit }, taker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
