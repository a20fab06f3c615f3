import type { Told } from '../mock-client.ts';

/** What was chosen for a check, as it stands. */
export function chosenOf({ answer }: Pick<Told, 'answer'>): readonly number[] {
  return answer && 'chosen' in answer ? answer.chosen : [];
}

/** The answer once an option was chosen, or chosen again. */
export function choose(
  { multiple }: { multiple: boolean },
  chosen: readonly number[],
  index: number,
): { chosen: number[] } {
  if (!multiple) return { chosen: [index] };
  const others = chosen.filter((other) => other !== index);
  return { chosen: chosen.includes(index) ? others : [...others, index].sort((a, b) => a - b) };
}
