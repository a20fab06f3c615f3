/** What several questions reckon with. */

/** NVIDIA H100 SXM by its data sheet, dense: bytes and operations a second. */
export const h100 = { bandwidth: 3.35e12, bf16: 989e12, fp8: 1979e12, sparseBf16: 1979e12 };

/** What is reached of the peak in training, by assumption. */
export const reached = 0.4 * h100.bf16;

/** Llama-2-7B. */
export const llama = { parameters: 6_738_415_616, layers: 32, heads: 32, headDim: 128, width: 4096 };

/** Bytes of keys and values that a token of Llama-2-7B leaves behind in fp16. */
export const llamaCacheOfToken = 2 * llama.layers * llama.heads * llama.headDim * 2;
