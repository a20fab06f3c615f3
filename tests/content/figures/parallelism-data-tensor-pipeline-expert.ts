import { h100, reached } from '../known.ts';

/** Llama-3-70B in bf16 on 512 H100: 8 tensor, 4 pipeline, 16 data. */
const parameters = 70_553_706_496;
const width = 8192;
const layers = 80;
const [tensor, pipeline, data] = [8, 4, 16];
const gpus = tensor * pipeline * data;
/** Bytes a second and direction, of a GPU, by NVLink and over the network. */
const [nvlink, network] = [450e9, 50e9];

const sequence = 8192;
const batch = 512 * sequence;
const ring = (peers: number) => (2 * (peers - 1)) / peers;

const ofGpu = parameters / (tensor * pipeline);
const gradients = 2 * ofGpu;
const dataSent = ring(data) * gradients;
const stepSeconds = (6 * parameters * batch) / (gpus * reached);

const activation = sequence * width * 2;
const tensorSent = ring(tensor) * activation;
const reductions = 4 * (layers / pipeline);
const tensorOfMicroBatch = reductions * tensorSent;
const microBatch = (6 * (parameters / pipeline) * sequence) / (tensor * reached);

const microBatches = batch / sequence / data;
const bubble = (stages: number, batches: number, chunks = 1) =>
  ((stages - 1) / (chunks * batches + stages - 1)) * 100;

/** DeepSeek-V3: 8 of 256 experts and a shared one, width 7,168, 2,048 inside; 4,096 tokens on each GPU. */
const tokens = 4096;
const dispatch = tokens * 8 * 7168;
const combine = 2 * dispatch;
const limited = tokens * 4 * 7168;
const experts = (2 * tokens * 9 * 3 * 7168 * 2048) / (0.4 * h100.fp8);

const sharded = (3 * 2 * parameters) / network;
const shardedTokens = reached / network;

export const figures: [number, number][] = [
  [parameters / 1e9, 1],
  [(2 * parameters) / 1e9, 1],
  [(16 * parameters) / 1e9, 0],
  [gpus, 0],
  [batch, 0],
  [ofGpu / 1e9, 1],
  [(16 * ofGpu) / 1e9, 1],
  [(4 * ofGpu + (12 * ofGpu) / data) / 1e9, 1],
  [gradients / 1e9, 1],
  [dataSent / 1e9, 2],
  [(dataSent / network) * 1e3, 0],
  [stepSeconds, 1],
  [activation / 1e6, 1],
  [tensorSent / 1e6, 1],
  [reductions, 0],
  [tensorOfMicroBatch / 1e9, 1],
  [(tensorOfMicroBatch / nvlink) * 1e3, 0],
  [microBatch * 1e3, 0],
  [(tensorOfMicroBatch / network) * 1e3, 0],
  [activation / tensor / 1e6, 1],
  [(activation / tensor / network) * 1e3, 2],
  [microBatches, 0],
  [bubble(pipeline, microBatches), 1],
  [bubble(pipeline, microBatches, 5), 1],
  [bubble(pipeline, 4), 1],
  [(8 * 7168) / 1e3, 1],
  [dispatch / 1e6, 0],
  [combine / 1e6, 0],
  [(dispatch / network) * 1e3, 1],
  [(combine / network) * 1e3, 1],
  [((limited * 3) / network) * 1e3, 1],
  [((dispatch * 3) / network) * 1e3, 1],
  [experts * 1e3, 1],
  [(3 * 2 * parameters) / 1e9, 0],
  [sharded, 1],
  [(6 * parameters * (batch / gpus)) / reached, 1],
  [(6 * parameters * (batch / 1024)) / reached, 1],
  [shardedTokens, 0],
  [2 * layers, 0],
  [2 * layers * 0.01, 1],
  [((2 * parameters) / tensor / h100.bandwidth) * 1e3, 1],
  [((2 * parameters) / h100.bandwidth) * 1e3, 1],
];

export const answers: Record<string, number> = {
  'data-parallel-bytes': ring(16) * 4.4,
  'bubble-of-eight': bubble(8, 32),
};
