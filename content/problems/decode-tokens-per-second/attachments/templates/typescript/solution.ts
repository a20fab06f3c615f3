import type { Machine, Model, Step } from './signature.ts';

/** How long a decoding step takes at best, by bandwidth and arithmetic. */
export function decodeStep(model: Model, machine: Machine, contexts: readonly number[]): Step {
  const weights = model.parameters * model.bits;
  const seconds = weights / machine.bandwidth;
  return { seconds, tokensPerSecond: contexts.length / seconds, bound: 'bandwidth', fits: true };
}
