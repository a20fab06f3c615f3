/** What the judge and the reference engine's process say to each other, in frames of JSON. */
import type { ConformanceRow } from '../conformance.ts';

/** Calls an exported function of an author's module. `args` and `value` are plain-data text. */
export type EngineCall = {
  kind: 'call';
  modules: Record<string, string>;
  tf: boolean;
  entry: string;
  call: string;
  args: string;
  /** Seeds Math.random; a generator gets `random`, seeded alike, beside its parameters. */
  seed: number;
};

/** Or holds the backend against plain arithmetic. */
export type EngineRequest = EngineCall | { kind: 'conform' };

export type EngineReply =
  | { kind: 'ready'; device: string }
  /** In place of `ready`: the backend does not open. */
  | { kind: 'unavailable'; why: string }
  | { kind: 'value'; value: string }
  /** The author's code threw, or gave what is not plain data. */
  | { kind: 'threw'; message: string }
  /** The device is gone, or was asked for more than it has: whatever was computed is worth nothing. */
  | { kind: 'lost'; why: string }
  | { kind: 'conformed'; rows: ConformanceRow[]; ms: number };

export const maxFrameBytes = 128 * 2 ** 20;
