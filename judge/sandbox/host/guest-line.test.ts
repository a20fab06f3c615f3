import { Duplex, PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { encodeFrame } from '../../frames.ts';
import { parseReply } from './claims.ts';
import { openLine } from './guest-line.ts';

const limits = { timeMs: 1000, wallMs: 4000, memoryMiB: 64, outputKiB: 16, codeKiB: 16 };

test.each<[string, Buffer]>([
  ['a claim', encodeFrame('{"kind":"claim","token":"","index":0,"outcome":{"kind":"returned"}}\n7')],
  ['ready once more', encodeFrame('{"kind":"ready"}\n')],
  ['half a frame, whose rest would come as an answer', encodeFrame('{"kind":"begun"}\n').subarray(0, 9)],
])('who says %s before it was asked is killed, and whatever it says is lost', async (_title, early) => {
  const channel = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  channel.on('error', () => undefined);
  const kill = vi.fn(() => channel.destroy());
  const line = openLine({
    channels: [channel],
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    ended: new Promise((resolve) =>
      channel.once('close', () => resolve({ code: null, signal: 'SIGKILL', outOfMemory: false })),
    ),
    kill,
  });
  const pass = (bytes: Buffer) =>
    new Promise<void>((resolve) => {
      channel.once('data', () => resolve());
      channel.push(bytes);
    });
  await pass(encodeFrame('{"kind":"ready"}\n'));
  expect(parseReply((await line.first) ?? Buffer.alloc(0))?.reply.kind).toBe('ready');
  await pass(early);
  const heard = vi.fn();
  const ended = new Promise<void>((onEnd) =>
    line.ask(
      { token: 't', driver: {}, solution: '', limits, seeds: [], args: [] },
      { maxFrameBytes: 1e6, onFrame: heard, onEnd: () => onEnd() },
    ),
  );
  await ended;
  expect(kill).toHaveBeenCalled();
  expect(heard).not.toHaveBeenCalled();
});
