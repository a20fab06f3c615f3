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

async function answer(request: EngineRequest): Promise<EngineReply> {
  const scope = tf.engine();
  scope.startScope();
  try {
    return { kind: 'value', value: encodePlain(await run(request)) };
  } catch (cause) {
    return {
      kind: 'threw',
      message:
        cause instanceof Error ? (cause.stack ?? cause.message).slice(0, 4000) : String(cause).slice(0, 4000),
    };
  } finally {
    // What an author forgets to dispose of must not grow from call to call.
    scope.endScope();
    tf.disposeVariables();
  }
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
say({ kind: 'ready', backend, device: deviceOf(backend) });
for (let request = next(); request; request = next()) say(await answer(request));

function next(): EngineRequest | undefined {
  const frame = readFrameSync(channel, maxFrameBytes);
  return frame ? (JSON.parse(frame.toString('utf8')) as EngineRequest) : undefined;
}

function say(reply: EngineReply): void {
  writeFrameSync(channel, JSON.stringify(reply));
}
