import { chanceFrom } from '../random.ts';
import { figure, type Variant } from './variant.ts';

/** Share of a step in which a stage stands idle; v chunks of layers on each GPU make the bubble v times shorter. */
export function pipelineBubble(seed: number): Variant {
  const { pick } = chanceFrom(seed);
  const stages = pick([2, 4, 8, 16]);
  const microBatches = stages * pick([1, 2, 4, 8]);
  const chunks = pick([1, 2, 4]);
  const slots = chunks * microBatches + stages - 1;
  const answer = ((stages - 1) / slots) * 100;
  const sum =
    chunks === 1 ? `${microBatches} + ${stages} − 1` : `${chunks} · ${microBatches} + ${stages} − 1`;
  const share = `(${stages} − 1) / (${sum}) = ${stages - 1}/${slots} = ${figure(answer)} %`;
  return {
    numbers: { stages, microBatches, chunks },
    answer,
    unit: '%',
    tolerance: 0.005,
    en: {
      prompt: `A pipeline has ${stages} equally slow stages and ${microBatches} micro-batches a step${chunks === 1 ? ', run 1F1B' : `, interleaved: each GPU holds ${chunks} chunks of layers`}. Communication left out, what share of the step does a GPU stand idle?`,
      solution: [
        chunks === 1
          ? `A GPU works on ${microBatches} micro-batches and waits for ${stages} − 1 while the pipeline fills and drains.`
          : `In slots of a chunk a GPU works ${chunks} · ${microBatches} and waits ${stages} − 1 while the pipeline fills and drains.`,
        `Idle share: ${share}.`,
      ],
    },
    zh: {
      prompt: `一条流水线有 ${stages} 个同样快的 stage，每步 ${microBatches} 个 micro-batch，${chunks === 1 ? '按 1F1B 调度' : `采用交错调度：每张 GPU 放 ${chunks} 段层`}。不计通信，一张 GPU 在一步中空闲的时间占多少？`,
      solution: [
        chunks === 1
          ? `一张 GPU 处理 ${microBatches} 个 micro-batch，在流水线填充和排空时共等待 ${stages} − 1 个的时间。`
          : `以一段层的时间为一格，一张 GPU 工作 ${chunks} · ${microBatches} 格，在填充和排空时共等待 ${stages} − 1 格。`,
        `空闲占比：${share.replace(' %', '%')}。`,
      ],
    },
    slips: [
      {
        answer: ((stages - 1) / (chunks * microBatches)) * 100,
        en: 'That is the idle time against the useful time; asked for is its share of the whole step.',
        zh: '这是空闲时间与有效时间之比；题目问的是它占整步的比例。',
      },
      {
        answer: ((stages - 1) / (microBatches + stages - 1)) * 100,
        en: 'That is without interleaving.',
        zh: '这是不交错时的结果。',
      },
    ],
  };
}
