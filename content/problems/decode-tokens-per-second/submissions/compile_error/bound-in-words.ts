import type { Machine, Model, Step } from './signature.ts';

export function decodeStep(model: Model, machine: Machine, contexts: readonly number[]): Step {
  const seconds = (model.parameters * model.bits) / 8 / machine.bandwidth;
  return { seconds, tokensPerSecond: contexts.length / seconds, bound: 'memory', fits: true };
}
