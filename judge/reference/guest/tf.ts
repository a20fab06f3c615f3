import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** The same parts of TensorFlow.js that the sandbox has; the engine's backend is registered by its own file. */
export const tf = { ...core, ...layers };
