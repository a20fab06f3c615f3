// tries: training without end
// verdicts: TLE RTE
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export async function solve() {
  const m = tf.sequential();
  m.add(tf.layers.dense({ units: 64, inputShape: [64] }));
  m.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await m.fit(tf.ones([512, 64]), tf.ones([512, 64]), { epochs: 1e9 });
  return 1;
}
