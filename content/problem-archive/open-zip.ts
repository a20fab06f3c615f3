import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

export type ArchiveEntry = {
  /** With `/`, without one at the end. */
  path: string;
  folder: boolean;
  /** Bytes unpacked, as the zip says; more are never unpacked. */
  size: number;
  kind: 'file' | 'folder' | 'other';
  encrypted: boolean;
  read(): Promise<Buffer>;
};

export type OpenZip = { entries: ArchiveEntry[]; close(): void };

/** Reads a zip's directory. Throws where it is damaged, names a path that leads elsewhere, or has too many entries. */
export async function openZip(
  bytes: Buffer,
  limits: { entries: number; totalMiB: number },
): Promise<OpenZip> {
  const zip = await open(bytes);
  try {
    if (zip.entryCount > limits.entries) throw new Error(`expected at most ${limits.entries} entries`);
    const found = await list(zip, limits.entries);
    let left = limits.totalMiB * 2 ** 20;
    const entries = found.map((entry) => {
      const mode = entry.externalFileAttributes >>> 16;
      const folder = entry.fileName.endsWith('/');
      return {
        path: folder ? entry.fileName.slice(0, -1) : entry.fileName,
        folder,
        size: entry.uncompressedSize,
        kind: kindOf(mode, folder),
        encrypted: entry.isEncrypted(),
        read: () =>
          unpack(zip, entry, (taken) => {
            left -= taken;
            if (left < 0) throw new Error(`expected at most ${limits.totalMiB} MiB in all`);
          }),
      };
    });
    return { entries, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

// What Unix says of a file, where a zip was made there: links, devices and pipes are no plain files.
const [typeMask, plainFile, plainFolder] = [0o170000, 0o100000, 0o040000];

function kindOf(mode: number, folder: boolean): ArchiveEntry['kind'] {
  const type = mode & typeMask;
  if (folder) return type === 0 || type === plainFolder ? 'folder' : 'other';
  return type === 0 || type === plainFile ? 'file' : 'other';
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // validateEntrySize ends a stream that gives more than its entry says; strictFileNames refuses backslashes.
    const options = { lazyEntries: true, strictFileNames: true, validateEntrySize: true };
    fromBuffer(bytes, options, (error, zip) => (error || !zip ? reject(error) : resolve(zip)));
  });
}

function list(zip: ZipFile, most: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > most) reject(new Error(`expected at most ${most} entries`));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

async function unpack(zip: ZipFile, entry: Entry, count: (bytes: number) => void): Promise<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error || !opened ? reject(error) : resolve(opened)));
  });
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    count(chunk.byteLength);
    chunks.push(chunk);
  }
  const unpacked = Buffer.concat(chunks);
  if (crc32(unpacked) !== entry.crc32) throw new Error('it is damaged: its checksum is another');
  return unpacked;
}
