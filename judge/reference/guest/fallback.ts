import {
  type BackendValues,
  getKernelsForBackend,
  type KernelBackend,
  type NamedTensorInfoMap,
  registerKernel,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { tf } from './tf.ts';

type Infos = NamedTensorInfoMap | TensorInfo[];

/** WebAssembly has no complex numbers, so there is nothing to bring these back to: tfjs says that they are missing. */
const complex = new Set(['Complex', 'ComplexAbs', 'Real', 'Imag', 'FFT', 'IFFT']);

/**
 * Lets a backend do what it has no kernel for: the values go over to `from`, are computed there and come back.
 */
export function fillFrom(from: string, to: string): void {
  const own = new Set(getKernelsForBackend(to).map(({ kernelName }) => kernelName));
  const missing = getKernelsForBackend(from).filter(
    ({ kernelName }) => !own.has(kernelName) && !complex.has(kernelName),
  );
  for (const { kernelName, kernelFunc } of missing) {
    registerKernel({
      kernelName,
      backendName: to,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const there: KernelBackend = tf.findBackend(from);
        const here = backend as KernelBackend;
        const moved = mapInfos(inputs, (info) => carry(info, here, there));
        const outputs = kernelFunc({
          inputs: moved as NamedTensorInfoMap,
          attrs: attrs ?? {},
          backend: there,
        });
        return Array.isArray(outputs)
          ? outputs.map((output) => carry(output, there, here))
          : carry(outputs, there, here);
      },
    });
  }
}

function carry({ dataId, shape, dtype }: TensorInfo, from: KernelBackend, to: KernelBackend): TensorInfo {
  const values: BackendValues = from.readSync(dataId);
  return { dataId: to.write(values, shape, dtype), shape, dtype };
}

// Some kernels take a list: tfjs passes it in place of the names.
function mapInfos(infos: Infos, change: (info: TensorInfo) => TensorInfo): Infos {
  if (Array.isArray(infos)) return infos.map(change);
  return Object.fromEntries(
    Object.entries(infos).flatMap(([name, info]) => (info ? [[name, change(info)] as const] : [])),
  );
}
