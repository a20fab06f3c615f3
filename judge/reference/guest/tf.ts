import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** The same parts of TensorFlow.js that the sandbox has, on the engine's backend. */
export const tf = { ...core, ...layers };
