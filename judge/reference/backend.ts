/** Backends of the reference engine in the order of preference. `tensorflow`, `webgpu` and `wasm` come with the GPU work. */
export const backendNames = ['cpu'] as const;
export type BackendName = (typeof backendNames)[number];

/** The device that a backend computes on, as it is noted with expected outputs. */
export function deviceOf(backend: BackendName): string {
  switch (backend) {
    case 'cpu':
      return `JavaScript on ${process.arch}`;
  }
}
