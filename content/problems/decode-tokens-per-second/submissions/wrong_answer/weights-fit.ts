import type { Machine, Model, Step } from './signature.ts';

// Looks at the weights alone.
export function decodeStep(model: Model, machine: Machine, contexts: readonly number[]): Step {
  const { parameters, activeParameters = parameters, bits, cacheBytes } = model;
  const { bandwidth, peak, memory, gpus = 1 } = machine;
  check(model, machine, contexts);
  const weights = (parameters * bits) / 8;
  const cache = contexts.reduce((sum, tokens) => sum + tokens, 0) * cacheBytes;
  const memoryTime = (weights + cache) / (bandwidth * gpus);
  const computeTime = (2 * activeParameters * contexts.length) / (peak * gpus);
  const seconds = Math.max(memoryTime, computeTime);
  return {
    seconds,
    tokensPerSecond: contexts.length / seconds,
    bound: computeTime > memoryTime ? 'compute' : 'bandwidth',
    fits: weights <= memory * gpus,
  };
}

function check(model: Model, machine: Machine, contexts: readonly number[]): void {
  const { parameters, activeParameters = parameters, bits, cacheBytes } = model;
  const { bandwidth, peak, memory, gpus = 1 } = machine;
  if (contexts.length === 0) throw new RangeError('no sequences');
  if (contexts.some((tokens) => !Number.isInteger(tokens) || tokens < 0)) throw new RangeError('contexts');
  for (const count of [parameters, activeParameters, gpus]) {
    if (!Number.isInteger(count) || count < 1) throw new RangeError(`count ${count}`);
  }
  if (activeParameters > parameters) throw new RangeError('more are active than there are');
  for (const size of [bits, bandwidth, peak, memory]) {
    if (!(size > 0) || size === Infinity) throw new RangeError(`size ${size}`);
  }
  if (!(cacheBytes >= 0) || cacheBytes === Infinity) throw new RangeError('cache');
}
