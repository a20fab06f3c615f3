import { type BackendName, BackendUnavailable, backendNames } from '#judge/backend.ts';
import { type Conformance, rowsOutside, writtenError } from '#judge/conformance.ts';
import { openReference } from '../stations.ts';
import { step } from '../step.ts';

/** What became of a backend: its figures and those of them that are outside their bounds, or why it is not here. */
export type Checked = {
  backend: BackendName;
  conformance: Conformance | null;
  outside: string[];
  why: string | null;
};

export async function checkBackends(): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const backend of backendNames) checked.push(await checkBackend(backend));
  return checked;
}

async function checkBackend(backend: BackendName): Promise<Checked> {
  try {
    const engine = await openReference({ backend });
    try {
      const conformance = await step(`compare ${backend} with plain arithmetic`, () => engine.measure());
      const outside = rowsOutside(conformance).map(({ operation }) => operation);
      return { backend, conformance, outside, why: null };
    } finally {
      await engine.close();
    }
  } catch (error) {
    if (!(error instanceof BackendUnavailable)) throw error;
    return { backend, conformance: null, outside: [], why: error.why };
  }
}

/** Those that must be here and are not. */
export function missingOf(
  checked: Checked[],
  required: BackendName[],
): { backend: BackendName; why: string }[] {
  return checked.flatMap(({ backend, why }) =>
    why !== null && required.includes(backend) ? [{ backend, why }] : [],
  );
}

/** A table of worst errors, operations by backends; `!` marks what is outside its bound. */
export function conformanceText(checked: Checked[]): string {
  const here = checked.flatMap(({ conformance }) => (conformance ? [conformance] : []));
  const operations = here[0]?.rows ?? [];
  const rows = operations.map(({ operation, bound }) => [
    operation,
    ...here.map(({ rows: figures }) => {
      const row = figures.find((one) => one.operation === operation);
      if (!row) return '–';
      return `${writtenError(row.worst)}${row.worst <= row.bound ? '' : ' !'}`;
    }),
    bound === 0 ? 'exact' : writtenError(bound),
  ]);
  const head = ['worst error', ...here.map(({ backend }) => backend), 'allowed'];
  const told = checked.map(({ backend, conformance, why }) =>
    conformance
      ? `${backend}: ${conformance.device}, ${conformance.ms.toFixed(0)} ms`
      : `${backend}: not here: ${why?.split('\n')[0] ?? ''}`,
  );
  return ['', ...aligned([head, ...rows]), '', ...told].join('\n');
}

function aligned(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
