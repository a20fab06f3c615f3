/**
 * TensorFlow.js as a solution finds it, without a host beneath it: evaluated once into the heap snapshot of the
 * isolate, and once in a browser's worker for the samples.
 */
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';

export const tf: Record<string, unknown> = { ...core, ...layers };

// First, for it says aloud in development that a platform is replaced.
core.env().set('PROD', true);
core.env().setPlatform('sandbox', {
  fetch: () => Promise.reject(new Error('there is no network here')),
  now: () => Date.now(),
  encode: (text, encoding) => {
    if (encoding !== 'utf-8' && encoding !== 'utf8') throw new Error(`the encoding ${encoding} is not known`);
    return Uint8Array.from(unescape(encodeURIComponent(text)), (character) => character.charCodeAt(0));
  },
  decode: (bytes) => decodeURIComponent(escape(String.fromCharCode(...bytes))),
  // There are no timers: what tfjs wants to do later it does at the end of this turn.
  setTimeoutCustom: (callback) => void Promise.resolve().then(() => callback()),
  isTypedArray: (value): value is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray =>
    value instanceof Float32Array ||
    value instanceof Int32Array ||
    value instanceof Uint8Array ||
    value instanceof Uint8ClampedArray,
});

/** Tensors, variables and backend go, as in a fresh isolate. */
export function forgetTensors(): void {
  core.engine().reset();
  core.env().set('PROD', true);
}
