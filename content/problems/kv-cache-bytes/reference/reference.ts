import type { CacheSpec } from '../include/signature.ts';

type Args = { model: CacheSpec; tokens: number[] };

/** In whole numbers of any length: first the places that are taken, then the bits of one. */
export function reference({ model, tokens }: Args) {
  if (!isValid(model) || tokens.some((count) => !Number.isInteger(count) || count < 0)) {
    return { error: 'RangeError' };
  }
  const { layers, numHeads, kvHeads = numHeads, headDim, bits = 16, scaleGroup, pageTokens = 1 } = model;
  const page = BigInt(pageTokens);
  const pages = tokens.map((count) => {
    const kept = BigInt(model.window === undefined ? count : Math.min(count, model.window));
    return (kept + page - 1n) / page;
  });
  const places = page * pages.reduce((sum, count) => sum + count, 0n);
  const scales = scaleGroup === undefined ? 0 : headDim / scaleGroup;
  const vector = (BigInt(headDim) * BigInt(bits) + 7n) / 8n + 2n * BigInt(scales);
  const total = Number(2n * BigInt(layers) * BigInt(kvHeads) * vector * places);
  if (!Number.isSafeInteger(total)) throw new Error(`${total} is not exact in a number`);
  return total;
}

function isValid(model: CacheSpec): boolean {
  if (Object.values(model).some((size) => !Number.isInteger(size) || size < 1)) return false;
  const { numHeads, kvHeads = numHeads, headDim, bits = 16, scaleGroup = 1 } = model;
  return [4, 8, 16, 32].includes(bits) && numHeads % kvHeads === 0 && headDim % scaleGroup === 0;
}
