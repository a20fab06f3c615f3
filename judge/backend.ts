/**
 * Backends of the reference engine, by name; `judge/reference/backend/` has a file for each. Imports nothing. A software adapter for WebGPU, which computes on the processor and slowly, is one of
 * its own, so that it is never taken for a GPU.
 */
export const backendNames = ['tensorflow', 'webgpu', 'webgpu-software', 'wasm', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];

/** What is chosen where nothing is asked for: the first of these that is there and computes right. */
export const preferredBackends = [
  'tensorflow',
  'webgpu',
  'wasm',
  'cpu',
] as const satisfies readonly BackendName[];

/** On these a process that dies, or a device that is lost, may be the machine's fault and not the author's. */
export function runsOnDevice(backend: BackendName): boolean {
  return backend === 'tensorflow' || backend === 'webgpu' || backend === 'webgpu-software';
}

/** A backend that is not in use, and why. */
export type PassedOver = { backend: BackendName; why: string };

/** The backend that is needed is not here, or computes wrongly. */
export class BackendUnavailable extends Error {
  readonly code = 'BACKEND_UNAVAILABLE';
  readonly backend: BackendName;
  readonly why: string;
  constructor(backend: BackendName, why: string) {
    super(`the reference engine's backend ${backend} cannot be used: ${why}`);
    this.backend = backend;
    this.why = why;
  }
}
