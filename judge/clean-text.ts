/**
 * Text a stranger's code chose, made fit to be stored and shown: no escape sequences, no direction marks, bounded.
 * Runs in a browser too.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function cleanText(text: string, maxBytes: number): string {
  const cleaned = text
    .replaceAll('\r\n', '\n')
    .replace(escapes, '')
    .replace(controls, '')
    .replace(directions, '')
    .toWellFormed();
  return cut(cleaned, maxBytes);
}

function cut(text: string, maxBytes: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.byteLength <= maxBytes) return text;
  // The last character may have been cut in two.
  return `${new TextDecoder().decode(bytes.subarray(0, maxBytes - 3)).replace(/\ufffd$/, '')}…`;
}
