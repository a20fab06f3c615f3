/** What several questions reckon with. */

/** NVIDIA H100 SXM by its data sheet, dense: bytes and operations a second. */
export const h100 = { bandwidth: 3.35e12, bf16: 989e12, fp8: 1979e12, sparseBf16: 1979e12 };

/** What is reached of the peak in training, by assumption. */
export const reached = 0.4 * h100.bf16;

/** Llama-2-7B; every head has keys and values of its own. */
export const llama = { parameters: 6_738_415_616, layers: 32, kvHeads: 32, headDim: 128, width: 4096 };

type KeyValueShape = { layers: number; kvHeads: number; headDim: number };

/** Bytes of keys and values that a token leaves behind, with so many bytes a number. */
export function cacheOfToken({ layers, kvHeads, headDim }: KeyValueShape, bytes = 2): number {
  return 2 * layers * kvHeads * headDim * bytes;
}

/** Llama-3-8B and -70B share their eight key-value heads among 32 and 64 heads of queries. */
export const llama3 = { parameters: 8_030_261_248, layers: 32, kvHeads: 8, headDim: 128 };
export const llama3Large = { parameters: 70_553_706_496, layers: 80, kvHeads: 8, headDim: 128 };

/** DeepSeek-V3 caches a latent vector and a rotary key for each layer. */
export const deepseek = { layers: 61, heads: 128, headDim: 128, latent: 512, rotary: 64 };
