/**
 * The process beside the stranger's code: makes an isolate ahead of need, then takes one request, runs its tests and
 * is killed by the host. Bundled to one file by {@link file://../host/bundle.ts}; it runs behind bubblewrap.
 */
import { readFrameSync, writeFrameSync } from '../../frames.ts';
import {
  channelFd,
  type GuestOptions,
  type GuestReply,
  type GuestRequest,
  maxRequestBytes,
  writeReply,
} from '../wire.ts';
import { runTests } from './run-tests.ts';
import { openWorkshop } from './workshop.ts';

const say = (reply: GuestReply, output?: string) => writeFrameSync(channelFd, writeReply(reply, output));

const options = JSON.parse(process.argv[2] ?? '') as GuestOptions;
const workshop = openWorkshop(options);
const prepared = workshop.prepareAhead(options.memoryMiB);
say({ kind: 'ready' });

const frame = readFrameSync(channelFd, maxRequestBytes);
if (frame) {
  const request = JSON.parse(frame.toString()) as GuestRequest;
  say({ kind: 'begun', token: request.token });
  const { memoryMiB } = request.limits;
  const renew = () => workshop.prepare(memoryMiB);
  runTests({ renew, prepared: memoryMiB === options.memoryMiB ? prepared : renew() }, request, say);
}
// The host has what it wants, or the isolate is lost and may hold a thread that no exit could end.
process.kill(process.pid, 'SIGKILL');
