import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { archiveLimits, openArchive, packProblem } from './problem-archive.ts';

const fixture = fileURLToPath(new URL('../tests/fixtures/problems/add', import.meta.url));

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'archives-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

type Made = { path: string; content?: Buffer | string; mode?: number };

async function zipOf(...entries: Made[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, content = 'x', mode } of entries) {
    if (path.endsWith('/')) zip.addEmptyDirectory(path);
    else zip.addBuffer(Buffer.from(content), path, mode === undefined ? {} : { mode });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** The same zip, with one name in it written over by another as long: no well-meant tool packs such names. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length);
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

test('a package comes out as it went in, and packed twice it gives the same bytes', async () => {
  const packed = await packProblem(fixture);
  const copy = join(scratch, 'add');
  cpSync(fixture, copy, { recursive: true });
  expect((await packProblem(copy)).equals(packed)).toBe(true);
  const archive = await openArchive('add.zip', packed);
  expect(archive.slug).toBe('add');
  expect(archive.paths).toContain('data/secret/1-integers/01-none.yaml');
  for (const path of archive.paths)
    expect((await archive.read(path)).equals(readFileSync(join(fixture, path)))).toBe(true);
  archive.close();
});

test('a zip without a folder around its files, and one with entries for folders', async () => {
  const bare = await openArchive('a.zip', await zipOf({ path: 'problem.yaml' }, { path: 'data/a.yaml' }));
  expect({ slug: bare.slug, paths: bare.paths }).toEqual({
    slug: undefined,
    paths: ['problem.yaml', 'data/a.yaml'],
  });
  bare.close();
  const folders = await openArchive('a.zip', await zipOf({ path: 'add/' }, { path: 'add/problem.yaml' }));
  expect({ slug: folders.slug, paths: folders.paths }).toEqual({ slug: 'add', paths: ['problem.yaml'] });
  folders.close();
});

const link = 0o120777;

describe('a hostile zip is refused before anything is unpacked', () => {
  test.each<[string, () => Promise<Buffer>, RegExp]>([
    [
      'a path to the parent',
      async () => renamed(await zipOf({ path: 'add/aa/b.ts' }), 'add/aa/b', 'add/../b'),
      /path/,
    ],
    ['an absolute path', async () => renamed(await zipOf({ path: 'aetc/passwd' }), 'aetc/', '/etc/'), /path/],
    ['a drive', async () => renamed(await zipOf({ path: 'cd/passwd' }), 'cd/', 'c:/'), /path/],
    [
      'backslashes',
      async () => renamed(await zipOf({ path: 'a/aa/b.ts' }), 'a/aa/b', 'a\\..\\b'),
      /it is no sound zip/,
    ],
    [
      'a dot for a folder',
      async () => renamed(await zipOf({ path: 'a/b/c.ts' }), 'a/b/c', 'a/./c'),
      /plain names/,
    ],
    [
      'an empty name',
      async () => renamed(await zipOf({ path: 'a/bb/c.ts' }), 'a/bb/c', 'a///b/'),
      /path|plain names/,
    ],
    ['a hidden file', () => zipOf({ path: 'add/.npmrc' }), /plain names/],
    ['a name with a line break', () => zipOf({ path: 'add/a\nb.ts' }), /plain names/],
    [
      'a name with a NUL',
      async () => renamed(await zipOf({ path: 'add/axb.ts' }), 'axb', 'a\0b'),
      /plain names|no sound/,
    ],
    ['a name that turns the text around', () => zipOf({ path: 'add/a\u202eb.ts' }), /plain names/],
    ['a link', () => zipOf({ path: 'add/a.ts', content: '/etc/passwd', mode: link }), /plain file/],
    ['a pipe', () => zipOf({ path: 'add/a.ts', mode: 0o010644 }), /plain file/],
    ['one path twice', () => zipOf({ path: 'add/a.ts' }, { path: 'add/a.ts' }), /there twice/],
    [
      'one path twice but for upper case',
      () => zipOf({ path: 'add/a.ts' }, { path: 'add/A.ts' }),
      /there twice/,
    ],
    [
      'a file that is a folder too',
      () => zipOf({ path: 'add/a' }, { path: 'add/a/b.ts' }),
      /inside of a file/,
    ],
    ['a path without end', () => zipOf({ path: `add/${'a/'.repeat(200)}b.ts` }), /shorter path/],
    ['no zip', async () => Buffer.from('PK but no zip'), /it is no sound zip/],
    ['nothing', async () => Buffer.alloc(0), /it is no sound zip/],
    [
      'half a zip',
      async () => (await zipOf({ path: 'add/problem.yaml' })).subarray(0, 60),
      /it is no sound zip/,
    ],
  ])('%s', async (_title, make, reason) => {
    await expect(openArchive('a.zip', await make())).rejects.toThrow(reason);
  });

  test('more entries than a package could have', async () => {
    const many = Array.from({ length: archiveLimits.entries + 1 }, (_, i) => ({ path: `add/${i}.ts` }));
    await expect(openArchive('a.zip', await zipOf(...many))).rejects.toThrow(/at most 2000 entries/);
  });

  test('a bomb: small packed, too large unpacked, as one file and as many', async () => {
    const zeros = (mib: number) => Buffer.alloc(mib * 2 ** 20);
    const one = await zipOf({ path: 'add/a.yaml', content: zeros(archiveLimits.fileMiB + 1) });
    expect(one.byteLength).toBeLessThan(2 ** 16);
    await expect(openArchive('a.zip', one)).rejects.toThrow(/expected at most 4 MiB/);
    const files = Array.from({ length: 9 }, (_, i) => ({ path: `add/${i}.yaml`, content: zeros(4) }));
    await expect(openArchive('a.zip', await zipOf(...files))).rejects.toThrow(/at most 32 MiB unpacked/);
  });

  test('a file that is larger than it says, and one that is damaged', async () => {
    const zip = await zipOf({ path: 'add/a.yaml', content: Buffer.alloc(2 ** 20) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(2 ** 20);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(10);
    const lying = Buffer.from(
      zip.toString('latin1').replaceAll(size.toString('latin1'), small.toString('latin1')),
      'latin1',
    );
    const archive = await openArchive('a.zip', lying);
    await expect(archive.read('a.yaml')).rejects.toThrow(/too many bytes|a\.yaml/);
    archive.close();

    const stored = new ZipFile();
    stored.addBuffer(Buffer.from('right'), 'add/a.yaml', { compress: false });
    stored.end();
    const damaged = renamed(await buffer(stored.outputStream), 'right', 'wrong');
    const other = await openArchive('a.zip', damaged);
    await expect(other.read('a.yaml')).rejects.toThrow(/damaged/);
    other.close();
  });

  test('an encrypted file', async () => {
    const zip = await zipOf({ path: 'add/a.yaml' });
    // Bit 0 of the general purpose flags, in the local header and in the directory.
    for (const [mark, offset] of [
      ['PK\u0003\u0004', 6],
      ['PK\u0001\u0002', 8],
    ] as const) {
      const at = zip.indexOf(Buffer.from(mark, 'latin1')) + offset;
      zip.writeUInt16LE(zip.readUInt16LE(at) | 1, at);
    }
    await expect(openArchive('a.zip', zip)).rejects.toThrow(/not encrypted/);
  });
});
