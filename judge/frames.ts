/**
 * Frames over a pipe to a guest: four bytes of length, big endian, then that many bytes. The peer is hostile:
 * nothing is allocated for what it announces, and a frame over the limit ends the conversation.
 */
import { read, readSync, writeSync } from 'node:fs';

/** The peer broke the framing; whatever it says from here on means nothing. */
export class FrameError extends Error {
  readonly code = 'FRAME';
}

const headerBytes = 4;

export function encodeFrame(payload: string | Uint8Array): Buffer {
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(body.byteLength);
  return Buffer.concat([header, body]);
}

/** Puts chunks together into frames of at most `maxBytes`. */
export type FrameReader = {
  /** The frames completed by this chunk. Throws {@link FrameError} when a longer one is announced. */
  push(chunk: Uint8Array): Buffer[];
  /** Whether the stream could end here: no frame is half read. */
  readonly atBoundary: boolean;
};

export function createFrameReader(maxBytes: number): FrameReader {
  let chunks: Uint8Array[] = [];
  let held = 0;
  // Bytes that are needed before anything can be decided; joining chunks earlier would be quadratic.
  let wanted = headerBytes;

  return {
    push(chunk) {
      chunks.push(chunk);
      held += chunk.byteLength;
      if (held < wanted) return [];
      let rest = Buffer.concat(chunks);
      const frames: Buffer[] = [];
      wanted = headerBytes;
      while (rest.byteLength >= headerBytes) {
        wanted = headerBytes + checkedLength(rest.readUInt32BE(), maxBytes);
        if (rest.byteLength < wanted) break;
        frames.push(rest.subarray(headerBytes, wanted));
        rest = rest.subarray(wanted);
        wanted = headerBytes;
      }
      chunks = rest.byteLength > 0 ? [rest] : [];
      held = rest.byteLength;
      return frames;
    },
    get atBoundary() {
      return held === 0;
    },
  };
}

/** Blocks until a whole frame is read from a file descriptor; `undefined` at its end. For guests. */
export function readFrameSync(fd: number, maxBytes: number): Buffer | undefined {
  const header = Buffer.alloc(headerBytes);
  return readExactly(fd, header) ? readBody(fd, header, maxBytes) : undefined;
}

/** As {@link readFrameSync}, but other work goes on until the frame's first byte is there. */
export function awaitFrame(fd: number, maxBytes: number): Promise<Buffer | undefined> {
  const header = Buffer.alloc(headerBytes);
  return new Promise((resolve, reject) => {
    read(fd, header, 0, headerBytes, null, (error, bytes) => {
      if (error) return reject(error);
      if (bytes === 0) return resolve(undefined);
      try {
        if (!readExactly(fd, header.subarray(bytes))) throw new FrameError(cutShort);
        resolve(readBody(fd, header, maxBytes));
      } catch (cause) {
        reject(cause);
      }
    });
  });
}

/** Blocks until the whole frame is written. For guests. */
export function writeFrameSync(fd: number, payload: string | Uint8Array): void {
  const frame = encodeFrame(payload);
  let written = 0;
  while (written < frame.byteLength) written += writeSync(fd, frame, written);
}

function readBody(fd: number, header: Buffer, maxBytes: number): Buffer {
  const body = Buffer.alloc(checkedLength(header.readUInt32BE(), maxBytes));
  if (!readExactly(fd, body)) throw new FrameError(cutShort);
  return body;
}

const cutShort = 'the peer left in the middle of a frame';

/** Fills the buffer; false where nothing came any more. */
function readExactly(fd: number, buffer: Buffer): boolean {
  let filled = 0;
  while (filled < buffer.byteLength) {
    const more = readSync(fd, buffer, filled, buffer.byteLength - filled, null);
    if (more === 0 && filled === 0) return false;
    if (more === 0) throw new FrameError(cutShort);
    filled += more;
  }
  return true;
}

function checkedLength(length: number, maxBytes: number): number {
  if (length > maxBytes) throw new FrameError(`a frame of ${length} bytes; at most ${maxBytes} are taken`);
  return length;
}
