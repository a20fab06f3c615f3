/** The reference engine's process, started confined by {@link file://../host/engine-process.ts}. */
import { readFrameSync, writeFrameSync } from '../../frames.ts';
import { decodePlain, encodePlain } from '../../plain-data.ts';
import { type BackendName, deviceOf } from '../backend.ts';
import { type EngineReply, type EngineRequest, maxFrameBytes } from '../wire.ts';
import { evaluate } from './modules.ts';
import { seededRandom } from './random.ts';
import { tf } from './tf.ts';

const channel = 3;
const backend: BackendName = 'cpu';

/** The reply as the text of a frame. */
async function answer(request: EngineRequest): Promise<string> {
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

async function run({ modules, tf: withTf, entry, call, args, seed }: EngineRequest): Promise<unknown> {
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

await tf.setBackend(backend);
const ready: EngineReply = { kind: 'ready', backend, device: deviceOf(backend) };
writeFrameSync(channel, JSON.stringify(ready));
for (let request = next(); request; request = next()) writeFrameSync(channel, await answer(request));

function next(): EngineRequest | undefined {
  const frame = readFrameSync(channel, maxFrameBytes);
  return frame ? (JSON.parse(frame.toString('utf8')) as EngineRequest) : undefined;
}
