import type { GptqLayer, GptqResult } from './signature.ts';

export function gptq({ rows, columns, weights, scales }: GptqLayer): GptqResult {
  const codes = Int8Array.from(weights, (w, i) => Math.round(w / scales[Math.floor(i / columns)]));
  return { codes, loss: rows };
}
