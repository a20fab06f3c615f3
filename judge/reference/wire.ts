/** What the judge and the reference engine's process say to each other, in frames of JSON. */

/** Calls an exported function of an author's module. `args` and `value` are plain-data text. */
export type EngineRequest = {
  modules: Record<string, string>;
  tf: boolean;
  entry: string;
  call: string;
  args: string;
  /** Seeds Math.random; a generator gets `random`, seeded alike, beside its parameters. */
  seed: number;
};

export type EngineReply =
  | { kind: 'ready'; backend: string; device: string }
  | { kind: 'value'; value: string }
  /** The author's code threw, or gave what is not plain data. */
  | { kind: 'threw'; message: string };

export const maxFrameBytes = 128 * 2 ** 20;
