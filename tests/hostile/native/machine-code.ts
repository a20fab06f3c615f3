/**
 * A program for x64 that makes a list of system calls and writes what each returned: what somebody who has taken over
 * the process could do, without a compiler. One static ELF file, one segment, no library.
 */

export type Call = { number: number; args?: (number | string | Buffer)[] };

const base = 0x400000n;
const headerBytes = 64 + 56;
const entryBytes = 7 * 8;

/** The bytes of the program; it writes one signed 64-bit number a call. */
export function programOf(calls: Call[]): Buffer {
  const code = codeFor(calls.length);
  const tableAt = align(headerBytes + code.length);
  const table = Buffer.alloc(calls.length * entryBytes);
  const data: Buffer[] = [];
  let dataAt = tableAt + table.length;
  const place = (bytes: Buffer) => {
    const address = base + BigInt(dataAt);
    data.push(bytes);
    dataAt += bytes.length;
    return address;
  };
  for (const [i, { number, args = [] }] of calls.entries()) {
    const words = args.map((arg) =>
      typeof arg === 'number' ? BigInt(arg) : place(typeof arg === 'string' ? Buffer.from(`${arg}\0`) : arg),
    );
    for (const [j, word] of [BigInt(number), ...words].entries())
      table.writeBigUInt64LE(BigInt.asUintN(64, word), i * entryBytes + j * 8);
  }
  const gap = Buffer.alloc(tableAt - headerBytes - code.length);
  return Buffer.concat([headerOf(dataAt), code, gap, table, ...data]);
}

/** The loop over the table: registers from an entry, the call, its result in place of its number. */
function codeFor(count: number): Buffer {
  const tableAt = Number(base) + align(headerBytes + codeBytes);
  const hex = [
    `bb${word(tableAt)}`, // mov ebx, table
    `41bc${word(tableAt + count * entryBytes)}`, // mov r12d, its end
    '488b03488b7b08488b7310488b5318', // mov rax, rdi, rsi, rdx from [rbx], +8, +16, +24
    '4c8b53204c8b43284c8b4b30', // mov r10, r8, r9 from [rbx+32], +40, +48
    '0f05488903', // syscall; mov [rbx], rax
    `4883c3${entryBytes.toString(16)}4c39e372d7`, // add rbx, 56; cmp rbx, r12; jb to the first load
    // write(1, …) of each result, 8 bytes at a time.
    `bb${word(tableAt)}`,
    'b801000000bf010000004889deba080000000f05',
    `4883c3${entryBytes.toString(16)}4c39e372e3`,
    'b8e700000031ff0f05', // exit_group(0)
  ].join('');
  return Buffer.from(hex, 'hex');
}

const codeBytes = 5 + 6 + 15 + 12 + 5 + 9 + 5 + 20 + 9 + 9;

function headerOf(bytes: number): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write('7f454c4602010100', 'hex');
  // Executable, x86-64, version 1; entry; program header at 64; sizes of the headers, and one of them.
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(62, 18);
  header.writeUInt32LE(1, 20);
  header.writeBigUInt64LE(base + BigInt(headerBytes), 24);
  header.writeBigUInt64LE(64n, 32);
  header.writeUInt16LE(64, 52);
  header.writeUInt16LE(56, 54);
  header.writeUInt16LE(1, 56);
  // Loaded whole, to be read, written and executed.
  header.writeUInt32LE(1, 64);
  header.writeUInt32LE(7, 68);
  header.writeBigUInt64LE(base, 80);
  header.writeBigUInt64LE(base, 88);
  header.writeBigUInt64LE(BigInt(bytes), 96);
  header.writeBigUInt64LE(BigInt(bytes), 104);
  header.writeBigUInt64LE(0x1000n, 112);
  return header;
}

function align(offset: number): number {
  return Math.ceil(offset / 16) * 16;
}

function word(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.toString('hex');
}
