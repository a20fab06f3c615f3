/**
 * What an output costs the judge once it is decoded: an empty list takes three bytes of text and forty of the heap, an
 * object with a key of its own some 300. Told from the text alone, before anything of it is made.
 */

// Measured with JSON.parse on Node 24 (x64): a list 40 with its place in another, a number 8 to 16, an object 40 to 64 and
// 16 for a key that was there before; for one that is new, some 250 with the shape that V8 keeps of it.
const listBytes = 32;
const objectBytes = 64;
const keyBytes = 64;
const elementBytes = 8;

const [quote, backslash] = [0x22, 0x5c];
const [list, object, colon, comma] = [0x5b, 0x7b, 0x3a, 0x2c];

/** Bytes, about; of any text, well-formed or not, in one pass. */
export function decodedBytes(text: Uint8Array): number {
  // Text stays text, and a number is seldom shorter than what it takes.
  let bytes = text.byteLength;
  for (let i = 0; i < text.byteLength; i += 1) {
    switch (text[i]) {
      case quote:
        i = endOfString(text, i + 1);
        break;
      case list:
        bytes += listBytes;
        break;
      case object:
        bytes += objectBytes;
        break;
      case colon:
        bytes += keyBytes;
        break;
      case comma:
        bytes += elementBytes;
        break;
    }
  }
  return bytes;
}

function endOfString(text: Uint8Array, from: number): number {
  let i = from;
  while (i < text.byteLength && text[i] !== quote) i += text[i] === backslash ? 2 : 1;
  return i;
}
