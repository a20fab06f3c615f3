/** Inputs that float32 holds exactly, so that an error is the operation's own. */
import { seededRandom } from '../guest/random.ts';

/** Normally distributed numbers, the same every time. */
export function normals(
  count: number,
  { seed, deviation = 1 }: { seed: number; deviation?: number },
): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from(
    { length: count },
    () => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

export function integers(count: number, { seed, below }: { seed: number; below: number }): Int32Array {
  const random = seededRandom(seed);
  return Int32Array.from({ length: count }, () => Math.floor(random() * below));
}

/** Next to 1 on either side in float32. */
export const aboveOne = 1 + 2 ** -23;
export const belowOne = 1 - 2 ** -24;

/** Ties, what is next to a tie, both zeros, and what has no fraction left. */
export const roundable = Float32Array.of(
  ...[0, -0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 3.5, 126.5, 127.5, -127.5, -128.5, 0.49999997, -0.49999997],
  ...[2.4999998, 2.5000002, 1e-7, -1e-7, 8388607.5, 8388608, 16777216, -16777216, 1e20],
);

/** Pairs that a comparison may get wrong: equal, an ulp apart, zeros of both signs, infinities. */
export const pairs: { left: Float32Array; right: Float32Array } = {
  left: Float32Array.of(1, 1, 1, belowOne, aboveOne, 0, -0, 0.1, -0.1, 3e38, Infinity, -Infinity, 1e-37, 5),
  right: Float32Array.of(1, aboveOne, belowOne, 1, 1, -0, 0, 0.1, 0.1, Infinity, Infinity, 3e38, -1e-37, 4),
};

/** Numbers smaller than float32 holds in full, which processors for graphics may take for zero. */
export const tiny = Float32Array.of(1e-39, -1e-39, 1.4e-45, 1e-38, 0);
