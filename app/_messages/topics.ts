import type { Locale } from '#judge/verdict.ts';

const names: Record<string, { en: string; zh: string }> = {
  architecture: { en: 'Architecture', zh: '模型结构' },
  architectures: { en: 'Architectures', zh: '模型结构' },
  attention: { en: 'Attention', zh: '注意力' },
  augmentation: { en: 'Augmentation', zh: '数据增强' },
  cnn: { en: 'Convolution', zh: '卷积网络' },
  compression: { en: 'Compression', zh: '模型压缩' },
  cost: { en: 'Cost', zh: '成本' },
  distillation: { en: 'Distillation', zh: '知识蒸馏' },
  'distributed-training': { en: 'Distributed training', zh: '分布式训练' },
  efficiency: { en: 'Efficiency', zh: '效率' },
  ensembles: { en: 'Ensembles', zh: '集成学习' },
  evaluation: { en: 'Evaluation', zh: '评估' },
  'fine-tuning': { en: 'Fine-tuning', zh: '微调' },
  generalization: { en: 'Generalization', zh: '泛化' },
  inference: { en: 'Inference', zh: '推理' },
  'kv-cache': { en: 'KV cache', zh: 'KV cache' },
  'mixture-of-experts': { en: 'Mixture of experts', zh: '混合专家' },
  'model-size': { en: 'Model size', zh: '模型规模' },
  'multi-task': { en: 'Multi-task learning', zh: '多任务学习' },
  'multi-task-learning': { en: 'Multi-task learning', zh: '多任务学习' },
  optimization: { en: 'Optimization', zh: '优化' },
  overfitting: { en: 'Overfitting', zh: '过拟合' },
  parallelism: { en: 'Parallelism', zh: '并行计算' },
  'parameter-counting': { en: 'Parameter counting', zh: '参数量' },
  parameters: { en: 'Parameters', zh: '参数量' },
  peft: { en: 'PEFT', zh: '参数高效微调' },
  'pre-training': { en: 'Pre-training', zh: '预训练' },
  pruning: { en: 'Pruning', zh: '剪枝' },
  quantization: { en: 'Quantization', zh: '量化' },
  regularization: { en: 'Regularization', zh: '正则化' },
  rnn: { en: 'Recurrent networks', zh: '循环网络' },
  serving: { en: 'Serving', zh: '推理部署' },
  sparsity: { en: 'Sparsity', zh: '稀疏' },
  'speculative-decoding': { en: 'Speculative decoding', zh: '投机解码' },
  training: { en: 'Training', zh: '训练' },
  'transfer-learning': { en: 'Transfer learning', zh: '迁移学习' },
  transformer: { en: 'Transformers', zh: 'Transformer' },
  transformers: { en: 'Transformers', zh: 'Transformer' },
};

/** A topic as it is shown; one that has no name here yet shows as it is written in the content. */
export function topicName(locale: Locale, topic: string): string {
  return names[topic]?.[locale] ?? topic.replaceAll('-', ' ');
}
