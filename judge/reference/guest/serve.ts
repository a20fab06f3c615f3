/**
 * The reference engine's process, started confined by {@link file://../host/engine-process.ts}: a file of `backend/` opens
 * its backend and hands over to this.
 */
import { readFrameSync, writeFrameSync } from '../../frames.ts';
import { decodePlain, encodePlain } from '../../plain-data.ts';
import { measureConformance } from '../conformance/measure.ts';
import { type EngineCall, type EngineReply, type EngineRequest, maxFrameBytes } from '../wire.ts';
import { evaluate } from './modules.ts';
import { seededRandom } from './random.ts';
import { tf } from './tf.ts';

const channel = 3;

export type OpenedBackend = {
  /** As it is registered with tfjs. */
  name: string;
  device: string;
  /** Runs an act and tells why nothing that it computed counts, or null where all went well. */
  watch?<T>(act: () => Promise<T>): Promise<{ value: T; lost: string | null }>;
};

/** Opens a backend and answers until the judge closes the channel. */
export async function serve(open: () => OpenedBackend | Promise<OpenedBackend>): Promise<void> {
  let opened: OpenedBackend;
  try {
    opened = await open();
    if (!(await tf.setBackend(opened.name))) throw new Error(`tfjs does not take ${opened.name}`);
  } catch (cause) {
    say({ kind: 'unavailable', why: describe(cause) });
    return;
  }
  const { device, watch = async (act) => ({ value: await act(), lost: null }) } = opened;
  say({ kind: 'ready', device });
  for (let request = next(); request; request = next()) {
    const { kind } = request;
    const act = kind === 'call' ? () => answer(request) : conform;
    const { value, lost } = await watch(async () => act());
    writeFrameSync(channel, lost === null ? value : JSON.stringify({ kind: 'lost', why: lost }));
  }
}

function say(reply: EngineReply): void {
  writeFrameSync(channel, JSON.stringify(reply));
}

function next(): EngineRequest | undefined {
  const frame = readFrameSync(channel, maxFrameBytes);
  return frame ? (JSON.parse(frame.toString('utf8')) as EngineRequest) : undefined;
}

function conform(): string {
  const started = performance.now();
  const rows = measureConformance();
  return JSON.stringify({
    kind: 'conformed',
    rows,
    ms: performance.now() - started,
  } satisfies EngineReply);
}

/** The reply as the text of a frame. */
async function answer(request: EngineCall): Promise<string> {
  const scope = tf.engine();
  scope.startScope();
  try {
    return bounded({ kind: 'value', value: encodePlain(await run(request)) });
  } catch (cause) {
    return JSON.stringify({ kind: 'threw', message: describe(cause) } satisfies EngineReply);
  } finally {
    // What an author forgets to dispose of must not grow from call to call.
    scope.endScope();
    tf.disposeVariables();
  }
}

// With its place in the author's files; where we stand in the stack is nothing to them.
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown).slice(0, 4000);
  const lines = (thrown.stack ?? thrown.message).split('\n');
  return lines
    .filter((line) => !/^\s+at .*(file:|node:)/.test(line))
    .join('\n')
    .slice(0, 4000);
}

function bounded(reply: EngineReply): string {
  const text = JSON.stringify(reply);
  if (Buffer.byteLength(text) <= maxFrameBytes) return text;
  throw new Error(`the answer is larger than ${maxFrameBytes / 2 ** 20} MiB`);
}

async function run({ modules, tf: withTf, entry, call, args, seed }: EngineCall): Promise<unknown> {
  Math.random = seededRandom(seed);
  const exports = await evaluate(modules, { entry, withTf });
  const act = exports[call];
  if (typeof act !== 'function') throw new Error(`${entry} must export the function ${call}`);
  const given = decodePlain(args);
  if (!Array.isArray(given)) throw new Error('the engine was called without arguments');
  if (call !== 'generate') return act(...given);
  const [input] = given;
  return act({ ...(input as object), random: seededRandom(seed) });
}
