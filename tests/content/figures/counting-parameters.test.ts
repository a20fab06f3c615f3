import { expect, test } from 'vitest';
import { llama, llama3 } from '../known.ts';
import { published, roundedChannels } from './counting-parameters.ts';

test('what is counted by hand is what the published models have', () => {
  expect(published).toEqual({
    // openai-community/gpt2, Llama-2-7b, Meta-Llama-3-8B, Qwen2.5-7B and -0.5B, Mixtral-8x7B-v0.1 on Hugging Face.
    gpt2: 124_439_808,
    llama: llama.parameters,
    llama3: llama3.parameters,
    qwen: 7_615_616_512,
    smallQwen: 494_032_768,
    mixtral: 46_702_792_704,
    // Table 2 of the paper: embedding and the rest.
    gemma: 786_825_216 + 7_751_248_896,
    // torchvision's resnet50.
    resnet: 25_557_032,
  });
});

test('three quarters of 30 channels become 24, which is no more than a tenth fewer', () => {
  expect(roundedChannels).toBe(24);
});
