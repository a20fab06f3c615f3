import { expect, test } from 'vitest';
import { createFrameReader, encodeFrame, FrameError } from './frames.ts';

test('frames arrive whole however the bytes are cut', () => {
  const bytes = Buffer.concat([encodeFrame('one'), encodeFrame(''), encodeFrame('three')]);
  for (let size = 1; size <= bytes.length; size += 1) {
    const reader = createFrameReader(100);
    const frames: string[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      frames.push(...reader.push(bytes.subarray(at, at + size)).map(String));
    }
    expect(frames).toEqual(['one', '', 'three']);
    expect(reader.atBoundary).toBe(true);
  }
});

test('a peer that announces more than is allowed is refused before anything is kept for it', () => {
  const header = Buffer.from([0xff, 0xff, 0xff, 0xff]);
  expect(() => createFrameReader(1024).push(header)).toThrow(FrameError);
  expect(() => createFrameReader(2).push(encodeFrame('long'))).toThrow(/at most 2/);
});

test('a stream that ends in the middle of a frame is known to', () => {
  const reader = createFrameReader(100);
  expect(reader.push(encodeFrame('cut short').subarray(0, 7))).toEqual([]);
  expect(reader.atBoundary).toBe(false);
});
