import type { Machine, Model, Step } from './signature.ts';

/** Adds up what one GPU reads and computes, one sequence after the other. */
export function decodeStep(model: Model, machine: Machine, contexts: readonly number[]): Step {
  const gpus = whole(machine.gpus ?? 1);
  const all = whole(model.parameters);
  const active = whole(model.activeParameters ?? all);
  if (active > all || contexts.length < 1 || !(model.cacheBytes >= 0 && Number.isFinite(model.cacheBytes))) {
    throw new RangeError('model');
  }
  let seconds = (all / positive(machine.bandwidth)) * (positive(model.bits) / 8 / gpus);
  let computing = 0;
  let bytes = all * (model.bits / 8);
  for (const tokens of contexts) {
    if (!(Number.isSafeInteger(tokens) && tokens >= 0)) throw new RangeError('context');
    const cache = tokens * model.cacheBytes;
    bytes += cache;
    seconds += cache / machine.bandwidth / gpus;
    computing += active / gpus / positive(machine.peak) + active / gpus / machine.peak;
  }
  const bound = computing > seconds ? 'compute' : 'bandwidth';
  if (bound === 'compute') seconds = computing;
  return { seconds, tokensPerSecond: contexts.length / seconds, bound, fits: bytes / gpus <= positive(machine.memory) };
}

function whole(count: number): number {
  if (count > 0 && count % 1 === 0) return count;
  throw new RangeError(`${count}`);
}

function positive(size: number): number {
  if (size > 0 && Number.isFinite(size)) return size;
  throw new RangeError(`${size}`);
}
