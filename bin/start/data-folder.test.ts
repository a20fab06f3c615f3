import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dataFormat, openDataFolder as open, type Tenant, takeDataFolder } from './data-folder.ts';

let path: string;

const start: Tenant = { command: 'whetstone start', stays: true, embedded: true };
const userAdd: Tenant = { command: 'whetstone user add', stays: false, embedded: true };
const openDataFolder = (folder: string) => open(folder, start);

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'whetstone-data-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

test('a new folder is made, marked with its format, and free again after release', async () => {
  const deep = join(path, 'not', 'yet');
  const folder = await openDataFolder(deep);
  expect(readFileSync(join(deep, 'version'), 'utf8')).toBe(`${dataFormat}\n`);
  folder.release();
  expect(readdirSync(deep)).toEqual(['version']);
});

test('a second instance on the same data is told which process has it and what to do', async () => {
  const folder = await openDataFolder(path);
  await expect(openDataFolder(path)).rejects.toThrow(
    new RegExp(`another Whetstone runs on .* \\(process ${process.pid}\\).*--data DIR and another --port`),
  );
  folder.release();
  (await openDataFolder(path)).release();
});

test('a start that meets a command says whom it waits for, and takes the folder when that is over', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const command = await open(path, userAdd);
  const waiting = openDataFolder(path);
  await vi.waitFor(() =>
    expect(said.mock.calls).toEqual([
      [`  waiting for \`whetstone user add\` (process ${process.pid}), which has ${path}`],
    ]),
  );
  command.release();
  (await waiting).release();
});

test('a start that is stopped while it waits for a command ends at once, and the command goes on', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const command = await open(path, userAdd);
  const asked = new AbortController();
  const waiting = open(path, start, asked.signal);
  asked.abort();
  await expect(waiting).rejects.toThrow(/aborted/);
  expect(JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))).toMatchObject(userAdd);
  command.release();
});

test.each([
  ['in full', {}],
  ['as an older Whetstone did', { command: undefined, stays: undefined, embedded: undefined }],
])('a command that meets a start, which says %s who it is, is told so and does not wait', async (_, less) => {
  const folder = await openDataFolder(path);
  const lock = join(path, 'lock');
  writeFileSync(lock, JSON.stringify({ ...JSON.parse(readFileSync(lock, 'utf8')), ...less }));
  expect(await takeDataFolder(path, userAdd)).toMatchObject({ owner: { ...start, pid: process.pid } });
  folder.release();
});

test.each([
  ['of a process that is gone', JSON.stringify({ pid: 4_190_000, born: '1' })],
  ['of a process whose number another has now', JSON.stringify({ pid: process.pid, born: 'long ago' })],
  ['that is damaged', '{'],
  ['that is empty', ''],
])('a lock %s is taken over', async (_, stale) => {
  writeFileSync(join(path, 'lock'), stale);
  const folder = await openDataFolder(path);
  expect(JSON.parse(readFileSync(join(path, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  folder.release();
  expect(readdirSync(path)).toEqual(['version']);
});

test('a version that a power cut has left empty is written anew', async () => {
  writeFileSync(join(path, 'version'), '');
  (await openDataFolder(path)).release();
  expect(readFileSync(join(path, 'version'), 'utf8')).toBe(`${dataFormat}\n`);
  expect(readdirSync(path)).toEqual(['version']);
});

test('a version that is right is not written again, so that no power cut can harm it', async () => {
  const version = join(path, 'version');
  writeFileSync(version, `${dataFormat}\n`);
  const before = statSync(version);
  (await openDataFolder(path)).release();
  const { ino, mtimeMs } = statSync(version);
  expect({ ino, mtimeMs }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs });
});

test('data of a newer version is refused and left alone', async () => {
  writeFileSync(join(path, 'version'), `${dataFormat + 1}\n`);
  await expect(openDataFolder(path)).rejects.toThrow(
    /newer Whetstone \(format 2; this one knows 1\).*Update this copy/,
  );
  expect(existsSync(join(path, 'lock'))).toBe(false);
  expect(readFileSync(join(path, 'version'), 'utf8')).toBe(`${dataFormat + 1}\n`);
});

test('a folder that is somebody else’s is not taken for data', async () => {
  writeFileSync(join(path, 'version'), 'v1.2.3-beta');
  await expect(openDataFolder(path)).rejects.toThrow(
    /should hold a number and holds 'v1\.2\.3-beta'.*--data DIR/,
  );
});

test('a folder that cannot be made is refused with the way out', async () => {
  writeFileSync(join(path, 'file'), '');
  await expect(openDataFolder(join(path, 'file', 'inside'))).rejects.toThrow(
    /cannot be made; choose another by --data/,
  );
});

test('a folder that cannot be written to is refused with the way out', async () => {
  const folder = join(path, 'kernel');
  // What root may not write to either.
  symlinkSync('/sys/kernel', folder);
  await expect(openDataFolder(folder)).rejects.toThrow(/cannot be written to \(E\w+\).*--data DIR/);
});
