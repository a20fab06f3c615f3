/** 1 again · 2 hard · 3 good · 4 easy: the words of spaced repetition. */
export type Grade = 1 | 2 | 3 | 4;

/** The grade that an answer deserves which named `named` of `all` key points. */
export function suggestGrade(named: number, all: number): Grade {
  if (all > 0 && named >= all) return 4;
  const share = all === 0 ? 0 : named / all;
  if (share >= 0.7) return 3;
  return share >= 0.4 ? 2 : 1;
}
