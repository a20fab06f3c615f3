import type { CacheSpec } from './signature.ts';

const allowed = new Set([4, 8, 16, 32]);

/** Bytes of one page, times pages; in bigint. */
export function kvCacheBytes(model: CacheSpec, tokens: readonly number[]): number {
  for (const [name, size] of Object.entries(model)) {
    if (!(Number.isInteger(size) && size > 0)) throw new RangeError(`${name} is ${size}`);
  }
  const heads = model.kvHeads ?? model.numHeads;
  const bits = model.bits ?? 16;
  if (!allowed.has(bits)) throw new RangeError('bits');
  if (model.numHeads % heads > 0) throw new RangeError('kvHeads');
  const group = model.scaleGroup;
  if (group && model.headDim % group > 0) throw new RangeError('scaleGroup');
  if (tokens.some((count) => !(Number.isInteger(count) && count >= 0))) throw new RangeError('tokens');

  const page = model.pageTokens ?? 1;
  let pages = 0n;
  for (const count of tokens) {
    let rest = BigInt(model.window && model.window < count ? model.window : count);
    pages += rest / BigInt(page);
    rest %= BigInt(page);
    if (rest > 0n) pages += 1n;
  }
  const numbers = model.headDim * bits;
  let vector = (numbers - (numbers % 8)) / 8;
  if (numbers % 8 > 0) vector += 1;
  if (group) vector += 2 * (model.headDim / group);
  const perToken = BigInt(model.layers) * BigInt(heads) * BigInt(vector) * 2n;
  return Number(pages * BigInt(page) * perToken);
}
