/** What a guest says, frame by frame, to whoever listens just now. */
import { type Confined, type Ending, SandboxUnavailable } from '../../confine.ts';
import { createFrameReader, encodeFrame } from '../../frames.ts';
import { type GuestRequest, writeRequest } from '../wire.ts';

export type Listener = {
  maxFrameBytes: number;
  onFrame(frame: Buffer): void;
  onEnd(end: Death): void;
};

export type Death = Ending & { stderr: string };

const keptErrors = 8192;
const maxReadyBytes = 1024;

/**
 * States: waiting for its first frame → resting → asked. A guest that rests has nothing to say: it has not been asked,
 * so whatever comes is no guest of ours any more, and it is killed.
 */
export function openLine(confined: Pick<Confined, 'channels' | 'stdout' | 'stderr' | 'ended' | 'kill'>) {
  const [channel] = confined.channels;
  if (!channel) throw new SandboxUnavailable('a sandbox has no channel');
  let stderr = '';
  let end: Death | undefined;
  let reader = createFrameReader(maxReadyBytes);
  let listener: Pick<Listener, 'onFrame' | 'onEnd'>;
  confined.stdout.resume();
  confined.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('latin1')).slice(-keptErrors);
  });

  const first = new Promise<Buffer | undefined>((resolve) => {
    listener = {
      onFrame: (frame) => {
        listener = { onFrame: () => confined.kill(), onEnd: () => undefined };
        resolve(frame);
      },
      onEnd: () => resolve(undefined),
    };
  });
  channel.on('data', (chunk: Buffer) => {
    try {
      for (const frame of reader.push(chunk)) listener.onFrame(frame);
    } catch {
      // Broken framing: whatever follows means nothing, and the death is told by onEnd.
      channel.removeAllListeners('data').resume();
      confined.kill();
    }
  });
  // What was written before the death is read first.
  void Promise.all([new Promise((resolve) => channel.once('close', resolve)), confined.ended]).then(
    ([, ending]) => {
      end = { ...ending, stderr };
      listener.onEnd(end);
    },
  );
  return {
    first,
    stderr: () => stderr,
    isGone: () => end !== undefined,
    pause: () => void channel.pause(),
    listen: () => void channel.resume(),
    ask(request: GuestRequest, on: Listener): void {
      // Half a frame stands there unasked: what follows would be read as its rest.
      if (!reader.atBoundary) confined.kill();
      reader = createFrameReader(on.maxFrameBytes);
      listener = on;
      if (end) on.onEnd(end);
      else channel.write(encodeFrame(writeRequest(request)));
    },
  };
}
