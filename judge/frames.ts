/**
 * Frames over a pipe to a guest: four bytes of length, big endian, then that many bytes. The peer is hostile:
 * nothing is allocated for what it announces, and a frame over the limit ends the conversation.
 */
import { readSync, writeSync } from 'node:fs';

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
  const header = readExactly(fd, headerBytes);
  if (!header) return undefined;
  const body = readExactly(fd, checkedLength(header.readUInt32BE(), maxBytes));
  if (!body) throw new FrameError('the peer left in the middle of a frame');
  return body;
}

/** Blocks until the whole frame is written. For guests. */
export function writeFrameSync(fd: number, payload: string | Uint8Array): void {
  const frame = encodeFrame(payload);
  let written = 0;
  while (written < frame.byteLength) written += writeSync(fd, frame, written);
}

function readExactly(fd: number, bytes: number): Buffer | undefined {
  const buffer = Buffer.alloc(bytes);
  let read = 0;
  while (read < bytes) {
    const more = readSync(fd, buffer, read, bytes - read, null);
    if (more === 0 && read === 0) return undefined;
    if (more === 0) throw new FrameError('the peer left in the middle of a frame');
    read += more;
  }
  return buffer;
}

function checkedLength(length: number, maxBytes: number): number {
  if (length > maxBytes) throw new FrameError(`a frame of ${length} bytes; at most ${maxBytes} are taken`);
  return length;
}
