/**
 * Counters, gauges and histograms in the text that Prometheus reads (exposition format 0.0.4). Imports nothing; of ours
 * rather than a package: it is a page of code, where prom-client 15 (of 2024) brings two packages more and registers in
 * a global that Next loads once for each of its bundles.
 */

export type Labels = Record<string, string>;
type Sample = { name: string; labels: Labels; value: number };
type Family = {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  samples: () => Sample[];
};

export type Counter = { inc(labels?: Labels, by?: number): void };
export type Histogram = { observe(labels: Labels, value: number): void };

export type Registry = {
  /** Only ever grows; its name ends in `_total`. `always` are shown as 0 before they happen, so that rates have a start. */
  counter(name: string, help: string, always?: Labels[]): Counter;
  /** Is asked when it is read. */
  gauge(name: string, help: string, read: () => { labels?: Labels; value: number }[]): void;
  /** `bounds` rise; each is the upper end of a bucket. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  text(): string;
};

export const contentType = 'text/plain; version=0.0.4; charset=utf-8';

export function createRegistry(): Registry {
  const families: Family[] = [];
  return {
    counter(name, help, always = []) {
      const values = new Map<string, { labels: Labels; value: number }>();
      const inc = (labels: Labels = {}, by = 1) => {
        const key = keyOf(labels);
        values.set(key, { labels, value: (values.get(key)?.value ?? 0) + by });
      };
      for (const labels of always) inc(labels, 0);
      families.push({
        name,
        help,
        type: 'counter',
        samples: () => [...values.values()].map((one) => ({ name, ...one })),
      });
      return { inc };
    },
    gauge(name, help, read) {
      const samples = () => read().map(({ labels = {}, value }) => ({ name, labels, value }));
      families.push({ name, help, type: 'gauge', samples });
    },
    histogram(name, help, bounds) {
      const kept = new Map<string, Observed>();
      families.push({
        name,
        help,
        type: 'histogram',
        samples: () => [...kept.values()].flatMap((one) => histogramSamples(name, bounds, one)),
      });
      return {
        observe(labels, value) {
          const key = keyOf(labels);
          const one = kept.get(key) ?? { labels, counts: bounds.map(() => 0), count: 0, sum: 0 };
          kept.set(key, one);
          one.count += 1;
          one.sum += value;
          const bucket = bounds.findIndex((bound) => value <= bound);
          if (bucket >= 0) one.counts[bucket] = (one.counts[bucket] ?? 0) + 1;
        },
      };
    },
    text: () => `${families.flatMap(lines).join('\n')}\n`,
  };
}

type Observed = { labels: Labels; counts: number[]; count: number; sum: number };

function histogramSamples(
  name: string,
  bounds: readonly number[],
  { labels, counts, count, sum }: Observed,
): Sample[] {
  let below = 0;
  const buckets = bounds.map((bound, index) => {
    below += counts[index] ?? 0;
    return { name: `${name}_bucket`, labels: { ...labels, le: String(bound) }, value: below };
  });
  return [
    ...buckets,
    { name: `${name}_bucket`, labels: { ...labels, le: '+Inf' }, value: count },
    { name: `${name}_sum`, labels, value: sum },
    { name: `${name}_count`, labels, value: count },
  ];
}

function lines({ name, help, type, samples }: Family): string[] {
  return [
    `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
    `# TYPE ${name} ${type}`,
    ...samples().map((sample) => `${sample.name}${written(sample.labels)} ${sample.value}`),
  ];
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels));
}
