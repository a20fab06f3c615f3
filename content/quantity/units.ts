/** What is measured: an amount, or one for each second. */
export type Dimension = { of: Measured; perSecond: boolean };
type Measured = 'bytes' | 'time' | 'share' | 'operations' | 'count';

/** `factor` is how many of the base unit it is; `example` where it is a fit answer to "which unit?". */
export type Unit = { name: string; factor: number; dimension: Dimension; example: boolean };

type Names = Record<string, number>;

const decimal = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };

function prefixed(base: string, factor: number): Names {
  return Object.fromEntries(Object.entries(decimal).map(([prefix, by]) => [`${prefix}${base}`, by * factor]));
}

/** GB are 10⁹ bytes, GiB 2³⁰; what is written `Gb` are bits. The first name of a factor is the one we say. */
const names: Record<Measured, Names> = {
  bytes: {
    B: 1,
    ...prefixed('B', 1),
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
    PiB: 2 ** 50,
    bit: 1 / 8,
    ...prefixed('bit', 1 / 8),
    KB: 1e3,
    Kb: 125,
    Mb: 1e6 / 8,
    Gb: 1e9 / 8,
    Tb: 1e12 / 8,
    byte: 1,
    bytes: 1,
    bits: 1 / 8,
    字节: 1,
    千字节: 1e3,
    兆字节: 1e6,
    吉字节: 1e9,
    太字节: 1e12,
    比特: 1 / 8,
  },
  time: {
    s: 1,
    ms: 1e-3,
    μs: 1e-6,
    ns: 1e-9,
    min: 60,
    h: 3600,
    d: 86_400,
    us: 1e-6,
    sec: 1,
    second: 1,
    seconds: 1,
    minute: 60,
    minutes: 60,
    hour: 3600,
    hours: 3600,
    day: 86_400,
    days: 86_400,
    秒: 1,
    秒钟: 1,
    毫秒: 1e-3,
    微秒: 1e-6,
    纳秒: 1e-9,
    分: 60,
    分钟: 60,
    小时: 3600,
    天: 86_400,
  },
  share: { '%': 0.01, '': 1, percent: 0.01, 'per cent': 0.01 },
  operations: { FLOP: 1, ...prefixed('FLOP', 1), EFLOP: 1e18, FLOPs: 1, ...prefixed('FLOPs', 1) },
  // `t` is a token, as in t/s.
  count: { '': 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12, G: 1e9, t: 1, 千: 1e3 },
};

/** What is counted says nothing about how many. */
const nouns = /\s*(个)?\s*(parameters?|params?|参数|tokens?|tok|次|个)\s*$/i;
const examples = new Set(['GB', 'GiB', 'B', 'ms', 's', 'min', 'h', '%', 'GFLOP', 'TFLOP']);
/** In this order an author's unit is looked for: `B` are bytes, a bare number is a count. */
const measures = ['bytes', 'time', 'operations', 'count', 'share'] as const;

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.of === b.of && a.perSecond === b.perSecond;
}

/** Every unit of a dimension, each factor once. */
export function unitsOf({ of, perSecond }: Dimension): Unit[] {
  const seen = new Set<number>();
  return Object.entries(names[of]).flatMap(([name, factor]) => {
    if (seen.has(factor)) return [];
    seen.add(factor);
    const noun = of === 'count' && perSecond ? `${name} tokens`.trim() : name;
    const told = perSecond ? `${noun}/s` : noun;
    const example = of === 'count' ? perSecond && name === '' : examples.has(name);
    return [{ name: told, factor, dimension: { of, perSecond }, example }];
  });
}

/** The unit of that name, in one dimension or in any; where capitals decide nothing they may be wrong. */
export function findUnit(written: string, wanted?: Dimension): Unit | undefined {
  const { name, perSecond } = dividedBySecond(written.trim());
  const among = measures.filter((of) => wanted === undefined || of === wanted.of);
  if (wanted !== undefined && wanted.perSecond !== perSecond) return undefined;
  for (const of of among) {
    const factor = factorOf(of, name);
    if (factor === undefined) continue;
    return { name: written, factor, dimension: { of, perSecond }, example: false };
  }
  return undefined;
}

function factorOf(of: Measured, written: string): number | undefined {
  const bare = of === 'count' ? written.replace(nouns, '') : written;
  const known = names[of];
  if (Object.hasOwn(known, bare)) return known[bare];
  const lower = bare.toLowerCase();
  return Object.entries(known).find(([name]) => name.toLowerCase() === lower)?.[1];
}

function dividedBySecond(written: string): { name: string; perSecond: boolean } {
  const spelled = written.replace(/FLOPS$/, 'FLOP/s').replace(/([KMGTP]?b|t)ps$/i, '$1/s');
  const name = spelled.replace(/\s*(\/\s*(s|sec|second|秒)|每秒|per second|a second)$/i, '');
  return { name, perSecond: name !== spelled };
}
