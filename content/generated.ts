/** Exercises with fresh numbers, by name: a question names one, and the browser draws a seed. */
import type { Variant } from './generated/variant.ts';

/** What a seed comes to: the numbers, the text with them, the answer and how it is worked out. */
export type GeneratedVariant = Variant;

/** Each comes alone, so that a page loads the one that it shows. */
const generators = {
  'all-reduce-bytes': async () => (await import('./generated/all-reduce-bytes.ts')).allReduceBytes,
  'decode-speed': async () => (await import('./generated/decode-speed.ts')).decodeSpeed,
  'effective-examples': async () => (await import('./generated/effective-examples.ts')).effectiveExamples,
  'ensemble-error': async () => (await import('./generated/ensemble-error.ts')).ensembleError,
  'four-bit-value': async () => (await import('./generated/four-bit-value.ts')).fourBitValue,
  'kv-cache-bytes': async () => (await import('./generated/kv-cache-bytes.ts')).kvCacheBytes,
  'layer-parameters': async () => (await import('./generated/layer-parameters.ts')).layerParameters,
  'lora-parameters': async () => (await import('./generated/lora-parameters.ts')).loraParameters,
  'mixed-batch-speed': async () => (await import('./generated/mixed-batch-speed.ts')).mixedBatchSpeed,
  'pipeline-bubble': async () => (await import('./generated/pipeline-bubble.ts')).pipelineBubble,
  'quantized-size': async () => (await import('./generated/quantized-size.ts')).quantizedSize,
  'ring-time': async () => (await import('./generated/ring-time.ts')).ringTime,
  'sparse-speed-up': async () => (await import('./generated/sparse-speed-up.ts')).sparseSpeedUp,
  'speculative-tokens': async () => (await import('./generated/speculative-tokens.ts')).speculativeTokens,
  'weight-decay': async () => (await import('./generated/weight-decay.ts')).weightDecay,
  'zero-memory': async () => (await import('./generated/zero-memory.ts')).zeroMemory,
} satisfies Record<string, () => Promise<(seed: number) => Variant>>;

export type GeneratorName = keyof typeof generators;

export const generatorNames: readonly string[] = Object.keys(generators);

export function isGeneratorName(name: string): name is GeneratorName {
  return Object.hasOwn(generators, name);
}

export function loadGenerator(name: GeneratorName): Promise<(seed: number) => GeneratedVariant> {
  return generators[name]();
}
