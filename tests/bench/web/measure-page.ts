import lighthouse, { desktopConfig } from 'lighthouse';
import { z } from 'zod';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export type PageScores = {
  name: string;
  path: string;
  device: 'phone' | 'laptop';
  /** What every category is to reach. */
  wanted: number;
  reached: boolean;
  /** Medians of all runs, 0 to 100. */
  scores: Record<(typeof categories)[number], number>;
  /** Medians: milliseconds, and bytes over the wire. */
  firstPaintMs: number;
  largestPaintMs: number;
  blockedMs: number;
  scriptBytes: number;
  /** Audits that cost points in the last run. */
  faults: string[];
};

type Wanted = Pick<PageScores, 'name' | 'path' | 'device' | 'wanted'> & {
  baseUrl: string;
  /** At which the browser is steered. */
  port: number;
  runs: number;
};

const reportShape = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      numericValue: z.number().optional(),
      details: z.looseObject({ items: z.unknown() }).partial().optional(),
    }),
  ),
});
type Report = z.infer<typeof reportShape>;

/** Measures a page so many times, and says whether the medians reach what is wanted. */
export async function measurePage({ baseUrl, port, runs, ...page }: Wanted): Promise<PageScores> {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1)
    reports.push(await runOnce(`${baseUrl}${page.path}`, port, page.device));
  const of = (pick: (report: Report) => number) => median(reports.map(pick));
  const scoreOf = (name: string) => Math.round(100 * of((report) => report.categories[name]?.score ?? 0));
  const numberOf = (name: string) => Math.round(of((report) => report.audits[name]?.numericValue ?? 0));
  const scores = {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    'best-practices': scoreOf('best-practices'),
    seo: scoreOf('seo'),
  };
  return {
    ...page,
    scores,
    reached: Object.values(scores).every((score) => score >= page.wanted),
    firstPaintMs: numberOf('first-contentful-paint'),
    largestPaintMs: numberOf('largest-contentful-paint'),
    blockedMs: numberOf('total-blocking-time'),
    scriptBytes: of(scriptBytes),
    faults: faultsOf(reports.at(-1)),
  };
}

async function runOnce(address: string, port: number, device: PageScores['device']): Promise<Report> {
  const flags = {
    port,
    output: 'json' as const,
    logLevel: 'error' as const,
    onlyCategories: [...categories],
  };
  const result = await lighthouse(address, flags, device === 'laptop' ? desktopConfig : undefined);
  const report = reportShape.parse(JSON.parse(String(result?.report)));
  if (report.runtimeError) throw new Error(`${address}: ${report.runtimeError.message}`);
  return report;
}

const transfers = z.array(
  z.object({ resourceType: z.string().optional(), transferSize: z.number().optional() }),
);

function scriptBytes({ audits }: Report): number {
  return transfers
    .parse(audits['network-requests']?.details?.items)
    .filter(({ resourceType }) => resourceType === 'Script')
    .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
}

function faultsOf(report: Report | undefined): string[] {
  if (!report) return [];
  const weighed = Object.values(report.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  return [...new Set(weighed)].flatMap((id) => {
    const score = report.audits[id]?.score ?? 1;
    return score < 1 ? [`${id} ${score}`] : [];
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
