import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type BackendValues, type DataId, util } from '@tensorflow/tfjs-core';
import type { OpenGpu } from './gpu.ts';

/**
 * tfjs's backend, but `dataSync` works: references use it, and tfjs knows only a way through a browser's canvas. The
 * thread waits for the device, as it does on every other backend.
 */
export class BlockingWebGPUBackend extends WebGPUBackend {
  readonly #pump: () => void;

  constructor({ device, info, pump }: OpenGpu) {
    super(device, info);
    this.#pump = pump;
  }

  override readSync(dataId: DataId): BackendValues {
    const data = this.tensorMap.get(dataId);
    const { values, dtype, resource } = data;
    if (values != null || dtype === 'string' || dtype === 'complex64') return super.readSync(dataId);
    const bytes = this.#readBuffer(resource as GPUBuffer);
    data.values = util.convertBackendValuesAndArrayBuffer(bytes, dtype);
    return data.values;
  }

  #readBuffer(source: GPUBuffer): ArrayBuffer {
    const { size } = source;
    const staging = this.device.createBuffer({
      size,
      usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
    });
    // What tfjs has queued goes first.
    this.ensureCommandEncoderReady();
    this.endComputePassEncoder();
    this.submitQueue();
    const copy = this.device.createCommandEncoder();
    copy.copyBufferToBuffer(source, 0, staging, 0, size);
    this.queue.submit([copy.finish()]);
    let failure: unknown;
    staging.mapAsync(GPUMapMode.READ).catch((cause: unknown) => {
      failure = cause;
    });
    while (staging.mapState === 'pending') this.#pump();
    // A device that is lost maps nothing; why is told by whoever watches it.
    if (staging.mapState !== 'mapped') throw new Error('the device is lost', { cause: failure });
    const bytes = staging.getMappedRange().slice(0);
    staging.destroy();
    return bytes;
  }
}
