import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Difficulty, difficulties } from './difficulty.ts';

type Taught = { difficulty: Difficulty; topics: readonly string[] };

const map = z.array(z.object({ slug: z.string() }));

/** Questions in the order of {@link byTeaching}. The map of topics is believed to be well-formed, as that of a built site is. */
export async function inTeachingOrder<Q extends Taught>(
  contentFolder: string,
  questions: readonly Q[],
): Promise<Q[]> {
  const topics = map.parse(parse(await readFile(join(contentFolder, 'topics.yaml'), 'utf8')));
  return byTeaching(
    questions,
    topics.map(({ slug }) => slug),
  );
}

/** Easy ones first; those that are as hard as another, by where what they are about stands on the map of topics. */
export function byTeaching<Q extends Taught>(questions: readonly Q[], map: readonly string[]): Q[] {
  const places = ({ difficulty, topics }: Taught) => [
    difficulties.indexOf(difficulty),
    ...topics.map((topic) => map.indexOf(topic)),
  ];
  return questions.toSorted((a, b) => compare(places(a), places(b)));
}

/** The first places that differ decide; whoever has fewer comes before. */
function compare(a: readonly number[], b: readonly number[]): number {
  const apart = a.findIndex((place, index) => place !== b[index]);
  return apart === -1 ? a.length - b.length : (a[apart] ?? 0) - (b[apart] ?? -1);
}
