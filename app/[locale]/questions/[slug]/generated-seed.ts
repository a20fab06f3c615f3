const most = 99_999;

/** A number of five digits at most, that one can say or write down; another than the last. */
export function drawSeed(last?: number): number {
  const seed = 1 + Math.floor(Math.random() * most);
  return seed === last ? (seed % most) + 1 : seed;
}

/** The seed that `?numbers=<check>.<seed>` asks for; undefined where it asks for another check's or for none. */
export function seedInAddress(id: string, search: string): number | undefined {
  const [of, digits = ''] = new URLSearchParams(search).get('numbers')?.split('.') ?? [];
  if (of !== id || !/^[1-9]\d{0,4}$/.test(digits)) return undefined;
  return Number(digits);
}
