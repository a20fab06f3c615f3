import type { GradableProblem } from '../gradable-problem.ts';

const mark = 'whetstone: the inputs are spoilt';

/** Whether a run of {@link spoilingInputs} did find something to spoil. */
export function hasSpoilt(printed: string): boolean {
  return printed.includes(mark);
}

/**
 * A right solution that leaves its arguments changed: numbers in arrays and objects go up by one, the weights of models
 * to zero. Undefined where the entry points are exported in a way that is not known here.
 */
export function spoilingInputs(
  javascript: string,
  { entryPoints }: Pick<GradableProblem, 'entryPoints'>,
): string | undefined {
  let source = javascript;
  for (const name of entryPoints) {
    const exported = new RegExp(
      `export(\\s+(?:async\\s+)?(?:function|const|let)\\s+)${name.replaceAll('$', '\\$')}(?![\\w$])`,
    );
    if (!exported.test(source)) return undefined;
    source = source.replace(exported, (_all, declared: string) => `${declared}honest_${name}`);
    source += `\nexport const ${name} = spoiling((...given) => honest_${name}(...given));`;
  }
  return `${source}\n${spoiling}`;
}

// A function declaration, so that it is there before the exports above it are made. A solution that calls itself must get
// its own arguments as they are, so only the outermost call spoils.
const spoiling = `
function spoiling(act) {
  let depth = 0;
  let found = false;
  const spoil = (value, level) => {
    if (typeof value !== 'object' || value === null || level > 5) return;
    if (typeof value.setWeights === 'function' && typeof value.getWeights === 'function') {
      value.setWeights(value.getWeights().map((weight) => weight.mul(0)));
      found = true;
      return;
    }
    const plain = Array.isArray(value) || ArrayBuffer.isView(value) || Object.getPrototypeOf(value) === Object.prototype;
    if (!plain) return;
    for (const key of Object.keys(value)) {
      if (typeof value[key] === 'number') {
        value[key] = Number.isFinite(value[key]) ? value[key] + 1 : 0;
        found = true;
      } else spoil(value[key], level + 1);
    }
  };
  const after = (given) => {
    depth -= 1;
    if (depth > 0) return;
    for (const value of given) spoil(value, 0);
    if (found) console.log('${mark}');
  };
  return (...given) => {
    depth += 1;
    let answer;
    try {
      answer = act(...given);
    } catch (error) {
      depth -= 1;
      throw error;
    }
    if (typeof answer?.then !== 'function') {
      after(given);
      return answer;
    }
    return answer.then((settled) => {
      after(given);
      return settled;
    });
  };
}
`;
