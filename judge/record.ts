import type { Prisma } from '#prisma/generated/client.ts';
import type { Docket } from './docket.ts';
import type { Timing } from './trace.ts';
import type { Verdict } from './verdict.ts';

/** What a judged submission's row keeps: the verdict and, beside it, where its time went until it was written. */
export type Recorded = Verdict & { timing?: Timing };

/**
 * Writes a verdict and tells who waits for it, in one transaction. False, and nothing is written, where
 * the lease was lost: then another judge has the word.
 */
export async function record(docket: Docket, verdict: Recorded): Promise<boolean> {
  return docket.finish({
    verdict: verdict.verdict,
    score: verdict.score,
    maxScore: verdict.maxScore,
    cpuMs: verdict.cpuMs,
    memoryKib: Math.round(verdict.memoryKiB),
    result: storable(verdict),
  });
}

/** As jsonb takes it, which refuses NUL and lone surrogates: what carried one would fail at every retry. */
export function storable(result: object): Prisma.InputJsonObject {
  const clean = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\ufffd').toWellFormed() : value;
  return JSON.parse(JSON.stringify(result, clean)) as Prisma.InputJsonObject;
}
