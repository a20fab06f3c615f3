import type { ProblemPackage } from '#content/problem.ts';
import { type Agreement, agreementWith, tellDisagreement } from '#judge/agreement.ts';
import type { BackendName } from '#judge/backend.ts';
import { computeExpected } from '#judge/prepare.ts';
import type { ReferenceEngine } from '#judge/reference.ts';
import { openReference } from '../stations.ts';
import { step } from '../step.ts';

/** A package's expected outputs on a backend, held against those of the first. */
type OnBackend = { backend: string; device: string; ms: number; agreement: Agreement | null };
export type Comparison = { slug: string; version: string; backends: OnBackend[] };

export async function agree(packages: ProblemPackage[], backends: BackendName[]): Promise<Comparison[]> {
  const engines: ReferenceEngine[] = [];
  try {
    for (const backend of backends) {
      const engine = await openReference({ backend });
      engines.push(engine);
      await engine.conformance();
    }
    const comparisons: Comparison[] = [];
    for (const pkg of packages) comparisons.push(await comparePackage(pkg, engines));
    return comparisons;
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
  }
}

async function comparePackage(
  pkg: ProblemPackage,
  [first, ...others]: ReferenceEngine[],
): Promise<Comparison> {
  const { slug, version } = pkg;
  if (!first) return { slug, version, backends: [] };
  const computed = await timed(slug, first, () => computeExpected(pkg, first));
  const backends: OnBackend[] = [{ ...namesOf(first), ms: computed.ms, agreement: null }];
  for (const engine of others) {
    const { value, ms } = await timed(slug, engine, () => agreementWith(engine, computed.value));
    backends.push({ ...namesOf(engine), ms, agreement: value });
  }
  return { slug, version, backends };
}

function namesOf({ backend }: ReferenceEngine): { backend: string; device: string } {
  return { backend: backend.name, device: backend.device };
}

async function timed<T>(slug: string, engine: ReferenceEngine, act: () => Promise<T>) {
  const started = performance.now();
  const value = await step(`${slug} on ${engine.backend.name}`, act);
  return { value, ms: performance.now() - started };
}

export function agrees({ backends }: Comparison): boolean {
  return backends.every(({ agreement }) => agreement === null || agreement.disagreements.length === 0);
}

/** A line for each package and backend, and each place where one differs too much. */
export function agreementText(comparisons: Comparison[]): string {
  return comparisons
    .flatMap(({ slug, backends }) =>
      backends.flatMap(({ backend, ms, agreement }) => {
        const seconds = `${(ms / 1000).toFixed(1)} s`;
        if (!agreement) return [`${slug} · ${backend}, which the others are held against · ${seconds}`];
        const { cases, identical, worstShare, disagreements } = agreement;
        const near =
          worstShare === 0 ? '' : `, the others within ${worstShare.toPrecision(2)} of the tolerance`;
        return [
          `${slug} · ${backend} · ${seconds} · ${identical} of ${cases} the same to the bit${near}`,
          ...disagreements.map((place) => `  differs too much: ${tellDisagreement(place)}`),
        ];
      }),
    )
    .join('\n');
}
