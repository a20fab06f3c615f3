/** One exercise with numbers: everything in it follows from its seed. Texts are plain, both languages side by side. */
export type Variant = {
  /** What was drawn, by name. */
  numbers: Readonly<Record<string, number>>;
  /** Computed from them; in `unit` as a reader may say it. */
  answer: number;
  unit: 'B' | 'ms' | 'tokens/s' | '%' | '';
  /** A share of the answer. */
  tolerance: number;
  en: VariantText;
  zh: VariantText;
  /** Answers that a known mistake leads to. */
  slips: { answer: number; en: string; zh: string }[];
};

export type VariantText = { prompt: string; solution: string[] };

/** A number with its thousands apart and at most so many digits that count. */
export function figure(value: number, digits = 4): string {
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(digits));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** An amount of bytes in the decimal unit that reads best. */
export function inBytes(bytes: number): string {
  const [name, size] = decimal.find(([, unit]) => bytes >= unit) ?? ['B', 1];
  return `${figure(size === 1 ? bytes : Number((bytes / size).toPrecision(4)))} ${name}`;
}

const decimal: [string, number][] = [
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
];
