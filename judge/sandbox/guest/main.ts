/**
 * The process beside the stranger's code: makes an isolate and realms ahead of need, then takes one request, runs its
 * tests and is killed by the host. Bundled to one file by {@link file://../host/bundle.ts}; it runs behind bubblewrap.
 */
import { awaitFrame, writeFrameSync } from '../../frames.ts';
import {
  channelFd,
  type GuestOptions,
  type GuestReply,
  maxRequestBytes,
  readRequest,
  writeReply,
} from '../wire.ts';
import { runTests } from './run-tests.ts';
import { openWorkshop, type Prepared } from './workshop.ts';

const say = (reply: GuestReply, output?: string) => writeFrameSync(channelFd, writeReply(reply, output));

async function serve(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '') as GuestOptions;
  const workshop = openWorkshop(options);
  const prepared = workshop(options.memoryMiB, options.realms);
  say({ kind: 'ready' });
  const frame = await whileMakingRealms(prepared, awaitFrame(channelFd, maxRequestBytes));
  if (!frame) return;
  const request = readRequest(frame.toString());
  say({ kind: 'begun', token: request.token });
  const { memoryMiB } = request.limits;
  const renew = () => workshop(memoryMiB, 1);
  runTests({ renew, prepared: memoryMiB === options.memoryMiB ? prepared : renew() }, request, say);
}

// One a turn: a request waits for one realm at most.
async function whileMakingRealms<T>(prepared: Prepared, waited: Promise<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  waited.then(end, end);
  while (!over && prepared.makeAhead()) await new Promise((resolve) => setImmediate(resolve));
  return waited;
}

void serve().then(() => {
  // The host has what it wants, or the isolate is lost and may hold a thread that no exit could end.
  process.kill(process.pid, 'SIGKILL');
});
