import type { Adapter, BaseWeight } from './signature.ts';

type Written<T> = { [Key in keyof T]: T[Key] extends Float32Array ? Float32Array | number[] : T[Key] };

/** As it is written in a case. */
export type Args = { base: Written<BaseWeight>; adapters: Written<Adapter>[] };

/** With typed arrays of its own. */
export function layerOf({ base, adapters }: Args): { base: BaseWeight; adapters: Adapter[] } {
  return {
    base: { ...base, values: Float32Array.from(base.values) },
    adapters: adapters.map((adapter) => ({
      ...adapter,
      a: Float32Array.from(adapter.a),
      b: Float32Array.from(adapter.b),
    })),
  };
}
