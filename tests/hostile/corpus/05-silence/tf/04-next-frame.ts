// tries: waiting for an animation frame that never comes
// verdicts: RTE WA
// @ts-nocheck
import * as tf from '@tensorflow/tfjs';
export async function solve() {
  await tf.nextFrame();
  return 1;
}
