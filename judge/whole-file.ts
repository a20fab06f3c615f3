import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file, and its folder where that is missing: another process, and who comes after a power cut, sees all of it or what was before. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  // Else a name may outlive a power cut that its bytes do not.
  writeFileSync(part, content, { flush: true });
  renameSync(part, path);
}
