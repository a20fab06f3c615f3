/** WebAssembly with SIMD, on one thread: the same sums in the same order on every machine. */
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import binary from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm';
import { fillFrom } from '../guest/fallback.ts';
import { serve } from '../guest/serve.ts';
import { tf } from '../guest/tf.ts';

await serve(async () => {
  const { platform } = tf.env();
  const { fetch } = platform;
  const strangers = strangersTo('uncaughtException', 'unhandledRejection');
  // The binary is in this bundle; tfjs asks for it by a name.
  platform.fetch = async () => new Response(binary);
  setWasmPaths('', true);
  await tf.setBackend('wasm');
  platform.fetch = fetch;
  strangers.sendAway();
  fillFrom('cpu', 'wasm');
  return { name: 'wasm', device: `WebAssembly with SIMD on ${process.arch}` };
});

/** Emscripten listens for errors of the whole process, and would tell an author's as its own. */
function strangersTo(...events: string[]) {
  const process = globalThis.process as NodeJS.EventEmitter;
  const before = new Map(events.map((event) => [event, new Set(process.listeners(event))]));
  return {
    sendAway() {
      for (const [event, known] of before) {
        const strangers = process.listeners(event).filter((listener) => !known.has(listener));
        for (const listener of strangers) process.off(event, listener as () => void);
      }
    },
  };
}
