import type { Machine, Model } from '../include/signature.ts';

type Args = { model: Model; machine: Machine; contexts: number[] };

/** Reckons what one GPU does of its even share. */
export function reference({ model, machine, contexts }: Args) {
  if (!isValid(model, machine) || contexts.length === 0) return { error: 'RangeError' };
  if (contexts.some((tokens) => !Number.isInteger(tokens) || tokens < 0)) return { error: 'RangeError' };
  const { parameters, activeParameters = parameters, bits, cacheBytes } = model;
  const { bandwidth, peak, memory, gpus = 1 } = machine;
  const tokens = contexts.reduce((sum, each) => sum + each, 0);
  const bytes = (parameters * bits) / 8 + tokens * cacheBytes;
  const reading = bytes / gpus / bandwidth;
  const computing = (2 * activeParameters * contexts.length) / gpus / peak;
  const seconds = Math.max(reading, computing);
  return {
    seconds,
    tokensPerSecond: contexts.length / seconds,
    bound: computing > reading ? 'compute' : 'bandwidth',
    fits: bytes <= memory * gpus,
  };
}

function isValid(model: Model, { bandwidth, peak, memory, gpus = 1 }: Machine): boolean {
  const { parameters, activeParameters = parameters, bits, cacheBytes } = model;
  return (
    [parameters, activeParameters, gpus].every((count) => Number.isInteger(count) && count > 0) &&
    activeParameters <= parameters &&
    [bits, bandwidth, peak, memory].every((size) => size > 0 && size < Infinity) &&
    cacheBytes >= 0 &&
    cacheBytes < Infinity
  );
}
