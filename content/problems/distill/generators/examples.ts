import { digitsBase64 } from './digits-data.ts';

export type Examples = { features: number; classes: number; inputs: Float32Array; labels: Int32Array };

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Handwritten digits, 8×8 pixels in [0, 1], a hundred of each. */
export function readDigits(): Examples {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of digitsBase64) {
    const value = alphabet.indexOf(character);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push((bits >> held) & 0xff);
    }
  }
  const pictures = Math.floor(bytes.length / 32);
  return {
    features: 64,
    classes: 10,
    inputs: Float32Array.from(
      bytes.slice(0, pictures * 32).flatMap((byte) => [(byte >> 4) / 15, (byte & 15) / 15]),
    ),
    labels: Int32Array.from({ length: pictures }, (_, i) => Math.floor((i * 10) / pictures)),
  };
}

/** Points of the plane in three noisy rings around the origin, one class a ring. */
export function rings(count: number, random: () => number): Examples {
  const inputs: number[] = [];
  const labels: number[] = [];
  for (let i = 0; i < count; i++) {
    const ring = Math.floor(random() * 3);
    const radius = 0.4 + 0.5 * ring + 0.15 * (random() + random() - 1);
    const angle = 2 * Math.PI * random();
    inputs.push(radius * Math.cos(angle), radius * Math.sin(angle));
    labels.push(ring);
  }
  return { features: 2, classes: 3, inputs: Float32Array.from(inputs), labels: Int32Array.from(labels) };
}

/** 0 … count − 1 in random order (Fisher and Yates). */
export function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}
