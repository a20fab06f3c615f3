/** Classic BPF programs as seccomp runs them: blocks that end by returning, put together without labels. */

export type Instruction = { code: number; jumpTrue: number; jumpFalse: number; k: number };

// linux/bpf_common.h; a load is of 32 bits from `struct seccomp_data`.
const codes = { load: 0x20, and: 0x54, return: 0x06, jump: 0x05, equal: 0x15, atLeast: 0x35 } as const;

export function load(offset: number): Instruction {
  return plain(codes.load, offset);
}

export function and(mask: number): Instruction {
  return plain(codes.and, mask);
}

export function give(action: number): Instruction[] {
  return [plain(codes.return, action)];
}

/** Goes on with `yes` or `no`, each of which must end by returning. */
export function branch(
  test: { is: 'equal' | 'atLeast'; k: number },
  { yes, no }: { yes: Instruction[]; no: Instruction[] },
): Instruction[] {
  const condition = { code: codes[test.is], k: test.k };
  // A conditional jump holds 8 bits, an unconditional one 32.
  return no.length <= 255
    ? [{ ...condition, jumpTrue: no.length, jumpFalse: 0 }, ...no, ...yes]
    : [{ ...condition, jumpTrue: 0, jumpFalse: 1 }, plain(codes.jump, no.length), ...no, ...yes];
}

/** The instructions as an array of `struct sock_filter`. */
export function assemble(program: Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  for (const [i, { code, jumpTrue, jumpFalse, k }] of program.entries()) {
    bytes.writeUInt16LE(code, i * 8);
    bytes.writeUInt8(jumpTrue, i * 8 + 2);
    bytes.writeUInt8(jumpFalse, i * 8 + 3);
    bytes.writeUInt32LE(k, i * 8 + 4);
  }
  return bytes;
}

function plain(code: number, k: number): Instruction {
  return { code, jumpTrue: 0, jumpFalse: 0, k };
}
