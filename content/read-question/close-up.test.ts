import { expect, test } from 'vitest';
import { closeUp } from './close-up.ts';

test.each([
  ['先乘开， 再相加。 最后', '先乘开，再相加。最后'],
  ['问的是哪个数： **显存看总参数** ，其余不算', '问的是哪个数：**显存看总参数**，其余不算'],
  ['有 **可学习**的参数', '有**可学习**的参数'],
  ['共 8.03B 个，KV cache 与 $d^2$ 有关', '共 8.03B 个，KV cache 与 $d^2$ 有关'],
  ['把 **LoRA** 合并回去', '把 **LoRA** 合并回去'],
  ['Two **words**, apart', 'Two **words**, apart'],
])('%s', (folded, written) => {
  expect(closeUp(folded)).toBe(written);
});
