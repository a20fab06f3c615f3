/** WebGPU through Dawn, on whatever Vulkan driver the judge has named: a GPU's, or a software one's. */
import '@tensorflow/tfjs-backend-cpu';
import { fillFrom } from '../guest/fallback.ts';
import { openGpu } from '../guest/gpu.ts';
import { serve } from '../guest/serve.ts';
import { tf } from '../guest/tf.ts';
import { BlockingWebGPUBackend } from '../guest/webgpu-backend.ts';

await serve(async () => {
  const gpu = await openGpu();
  // What is noted as computed there is computed there, and not on the processor where it is small.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  tf.registerBackend('webgpu', () => new BlockingWebGPUBackend(gpu), 4);
  fillFrom('cpu', 'webgpu');
  return { name: 'webgpu', device: gpu.description, watch: gpu.watch };
});
