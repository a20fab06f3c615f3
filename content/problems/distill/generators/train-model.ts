import type { HeldOut, ModelSpec } from '../include/model.ts';

/** One hidden layer of relu, He-initialised. */
export function initialModel(
  { features, units, classes }: { features: number; units: number; classes: number },
  random: () => number,
): ModelSpec {
  const draw = (inputs: number, outputs: number) =>
    Float32Array.from({ length: inputs * outputs }, () => {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      return Math.sqrt(2 / inputs) * normal;
    });
  const layer = (inputs: number, outputs: number, activation: 'relu' | 'linear') => {
    const kernel = draw(inputs, outputs);
    return { kind: 'dense' as const, units: outputs, activation, kernel, bias: new Float32Array(outputs) };
  };
  return { features, layers: [layer(features, units, 'relu'), layer(units, classes, 'linear')] };
}

type Dense = { inputs: number; outputs: number; kernel: Float64Array; bias: Float64Array };

const epochs = 60;
const rate = 0.05;
const momentum = 0.9;
const batch = 20;

/** Trains by stochastic gradient descent with momentum on cross-entropy, example by example, in double precision. */
export function trainModel(model: ModelSpec, examples: HeldOut): ModelSpec {
  const [hidden, output] = denseLayers(model);
  if (!hidden || !output) throw new Error('expected a model of two dense layers');
  const net = { hidden, output };
  const velocity = zerosLike(net);
  const rows = examples.labels.length;
  for (let step = 0; step < (epochs * rows) / batch; step++) {
    const gradient = zerosLike(net);
    for (let b = 0; b < batch; b++) accumulate(net, gradient, exampleAt(examples, (step * batch + b) % rows));
    for (const layer of ['hidden', 'output'] as const) {
      for (const part of ['kernel', 'bias'] as const) {
        descend(net[layer][part], velocity[layer][part], gradient[layer][part]);
      }
    }
  }
  const trained = [hidden, output].map(({ kernel, bias }) => ({
    kernel: Float32Array.from(kernel),
    bias: Float32Array.from(bias),
  }));
  return { ...model, layers: model.layers.map((layer, i) => ({ ...layer, ...trained[i] })) };
}

type Net = { hidden: Dense; output: Dense };
type Parts = { kernel: Float64Array; bias: Float64Array };
type Example = { x: Float64Array; label: number };

function zerosLike({ hidden, output }: Net): { hidden: Parts; output: Parts } {
  const zeros = ({ kernel, bias }: Parts) => ({
    kernel: new Float64Array(kernel.length),
    bias: new Float64Array(bias.length),
  });
  return { hidden: zeros(hidden), output: zeros(output) };
}

function exampleAt({ inputs, labels }: HeldOut, row: number): Example {
  const width = inputs.length / labels.length;
  return { x: Float64Array.from(inputs.subarray(row * width, (row + 1) * width)), label: labels[row] ?? 0 };
}

function denseLayers(model: ModelSpec): Dense[] {
  let inputs = model.features;
  return model.layers.flatMap((layer) => {
    if (layer.kind !== 'dense') return [];
    const dense = {
      inputs,
      outputs: layer.units,
      kernel: Float64Array.from(layer.kernel),
      bias: Float64Array.from(layer.bias),
    };
    inputs = layer.units;
    return [dense];
  });
}

function forward({ inputs, outputs, kernel, bias }: Dense, x: Float64Array): Float64Array {
  return bias.map((start, k) => {
    let sum = start;
    for (let i = 0; i < inputs; i++) sum += (x[i] ?? 0) * (kernel[i * outputs + k] ?? 0);
    return sum;
  });
}

function accumulate(net: Net, gradient: { hidden: Parts; output: Parts }, { x, label }: Example): void {
  const before = forward(net.hidden, x);
  const h = before.map((value) => Math.max(0, value));
  const logits = forward(net.output, h);
  const max = Math.max(...logits);
  const exps = logits.map((z) => Math.exp(z - max));
  const sum = exps.reduce((total, value) => total + value, 0);
  const delta = exps.map((value, k) => value / sum - (k === label ? 1 : 0));
  const back = h.map((_, i) => {
    if ((before[i] ?? 0) <= 0) return 0;
    let total = 0;
    for (const [k, d] of delta.entries()) total += d * (net.output.kernel[i * net.output.outputs + k] ?? 0);
    return total;
  });
  addOuter(gradient.hidden, x, back);
  addOuter(gradient.output, h, delta);
}

function addOuter(gradient: Parts, x: Float64Array, delta: Float64Array): void {
  const width = delta.length;
  for (const [k, d] of delta.entries()) {
    gradient.bias[k] = (gradient.bias[k] ?? 0) + d;
    for (const [i, value] of x.entries())
      gradient.kernel[i * width + k] = (gradient.kernel[i * width + k] ?? 0) + value * d;
  }
}

function descend(weights: Float64Array, velocity: Float64Array, gradient: Float64Array): void {
  for (const [i, g] of gradient.entries()) {
    velocity[i] = momentum * (velocity[i] ?? 0) - (rate * g) / batch;
    weights[i] = (weights[i] ?? 0) + (velocity[i] ?? 0);
  }
}
