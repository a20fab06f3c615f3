/** Makes a heap snapshot of the script it is sent, and sends it back. Ours alone: it never sees submitted code. */
import { readFrameSync, writeFrameSync } from '../../frames.ts';
import { channelFd, maxRequestBytes } from '../wire.ts';
import { loadAddon } from './workshop.ts';

const ivm = loadAddon(process.argv[2] ?? '');
const script = readFrameSync(channelFd, maxRequestBytes);
if (script) {
  const snapshot = ivm.Isolate.createSnapshot([{ code: script.toString(), filename: 'tfjs' }]);
  writeFrameSync(channelFd, new Uint8Array(snapshot.copy()));
}
