import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFormat, openDataFolder } from './data-folder.ts';

let path: string;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'whetstone-data-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

test('a new folder is made, marked with its format, and free again after release', () => {
  const deep = join(path, 'not', 'yet');
  const folder = openDataFolder(deep);
  expect(readFileSync(join(deep, 'version'), 'utf8')).toBe(`${dataFormat}\n`);
  folder.release();
  expect(readdirSync(deep)).toEqual(['version']);
});

test('a second instance on the same data is told which process has it and what to do', () => {
  const folder = openDataFolder(path);
  expect(() => openDataFolder(path)).toThrow(
    new RegExp(`another Whetstone runs on .* \\(process ${process.pid}\\).*--data DIR and another --port`),
  );
  folder.release();
  openDataFolder(path).release();
});

test.each([
  ['of a process that is gone', JSON.stringify({ pid: 4_190_000, born: '1' })],
  ['of a process whose number another has now', JSON.stringify({ pid: process.pid, born: 'long ago' })],
  ['that is damaged', '{'],
  ['that is empty', ''],
])('a lock %s is taken over', (_, stale) => {
  writeFileSync(join(path, 'lock'), stale);
  const folder = openDataFolder(path);
  expect(JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  folder.release();
  expect(readdirSync(path)).toEqual(['version']);
});

test('data of a newer version is refused and left alone', () => {
  writeFileSync(join(path, 'version'), `${dataFormat + 1}\n`);
  expect(() => openDataFolder(path)).toThrow(
    /newer Whetstone \(format 2; this one knows 1\).*Update this copy/,
  );
  expect(existsSync(join(path, 'lock'))).toBe(false);
  expect(readFileSync(join(path, 'version'), 'utf8')).toBe(`${dataFormat + 1}\n`);
});

test('a folder that is somebody else’s is not taken for data', () => {
  writeFileSync(join(path, 'version'), 'v1.2.3-beta');
  expect(() => openDataFolder(path)).toThrow(/should hold a number and holds 'v1\.2\.3-beta'.*--data DIR/);
});

test('a folder that cannot be made is refused with the way out', () => {
  writeFileSync(join(path, 'file'), '');
  expect(() => openDataFolder(join(path, 'file', 'inside'))).toThrow(
    /cannot be made; choose another by --data/,
  );
});

test('a folder that cannot be written to is refused with the way out', () => {
  const folder = join(path, 'kernel');
  // What root may not write to either.
  symlinkSync('/sys/kernel', folder);
  expect(() => openDataFolder(folder)).toThrow(/cannot be written to \(E\w+\).*--data DIR/);
});
