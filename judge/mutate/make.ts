import type { Compiler, Edit } from '../compile.ts';

/** An accepted solution with one thing changed. `name` tells where and what: `12:9 < → <=`. */
export type MadeMutant = {
  file: string;
  line: number;
  column: number;
  name: string;
  source: string;
  edits: Edit[];
};

type Solution = { file: string; source: string };

/** All mutants of accepted solutions, in the order of their places. Only the type checker's process reads a solution. */
export async function makeMutants(
  solutions: readonly Solution[],
  compiler: Pick<Compiler, 'edits'>,
): Promise<MadeMutant[]> {
  const made = await Promise.all(
    solutions.map(async (solution) => distinct(solution, await compiler.edits(solution.source))),
  );
  return made.flat();
}

function distinct(solution: Solution, edits: Edit[]): MadeMutant[] {
  const seen = new Set([solution.source]);
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((edit) => mutantOf(solution, [edit]))
    .filter(({ source }) => !seen.has(source) && seen.add(source));
}

/** Both changes at once; undefined where they touch the same stretch of one source, or are of two. */
export function combine(first: MadeMutant, second: MadeMutant, solution: Solution): MadeMutant | undefined {
  const [a, b] = [...first.edits, ...second.edits].toSorted((x, y) => x.start - y.start);
  if (first.file !== second.file || !a || !b || b.start < a.end) return undefined;
  return mutantOf(solution, [a, b]);
}

function mutantOf({ file, source }: Solution, edits: Edit[]): MadeMutant {
  const place = (offset: number) => {
    const before = source.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const named = edits.map((edit) => {
    const { line, column } = place(edit.start);
    return `${line}:${column} ${edit.change}`;
  });
  const changed = edits.reduceRight(
    (text, { start, end, text: put }) => `${text.slice(0, start)}${put}${text.slice(end)}`,
    source,
  );
  return { file, ...place(edits[0]?.start ?? 0), name: named.join(' and '), source: changed, edits };
}
