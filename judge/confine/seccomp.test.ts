/** The filters, run by an interpreter of the few instructions that they are made of. */
import { describe, expect, test } from 'vitest';
import { findFilter } from './seccomp.ts';
import type { Profile } from './syscalls.ts';

const profiles: Profile[] = ['guest', 'checker', 'engine', 'engine-gpu', 'snapshot'];
const auditX64 = 0xc000003e;
const auditArm64 = 0xc00000b7;
const auditI386 = 0x40000003;
const auditArm = 0x40000028;
const x32 = 0x40000000;

const allowed = 'allowed';
const answers: Record<number, string> = {
  2147418112: allowed,
  327681: 'EPERM',
  327718: 'ENOSYS',
  2147483648: 'killed',
};

type Call = { architecture: number; number: number; args?: number[] };

function answer(filter: Buffer | undefined, { architecture, number, args = [] }: Call): string {
  if (!filter) throw new Error('there is no filter');
  const data = Buffer.alloc(64);
  data.writeUInt32LE(number, 0);
  data.writeUInt32LE(architecture, 4);
  // What the kernel does not read of an argument must not matter, so it is set.
  for (const [i, value] of args.entries())
    data.writeBigUInt64LE((0xabcdn << 32n) | BigInt(value), 16 + 8 * i);
  return run(filter, { data, at: 0, accumulator: 0 });
}

type State = { data: Buffer; at: number; accumulator: number };

function run(filter: Buffer, { data, at, accumulator }: State): string {
  const code = filter.readUInt16LE(at * 8);
  const [jumpTrue, jumpFalse] = [filter.readUInt8(at * 8 + 2), filter.readUInt8(at * 8 + 3)];
  const k = filter.readUInt32LE(at * 8 + 4);
  const go = (jump: number, value = accumulator) =>
    run(filter, { data, at: at + 1 + jump, accumulator: value });
  switch (code) {
    case 0x20:
      return go(0, data.readUInt32LE(k));
    case 0x54:
      return go(0, (accumulator & k) >>> 0);
    case 0x05:
      return go(k);
    case 0x15:
      return go(accumulator === k ? jumpTrue : jumpFalse);
    case 0x35:
      return go(accumulator >= k ? jumpTrue : jumpFalse);
    case 0x06:
      return answers[k] ?? k.toString(16);
    default:
      throw new Error(`instruction ${code.toString(16)} is not one of ours`);
  }
}

const x64 = (profile: Profile, number: number, args?: number[]) =>
  answer(findFilter(profile, 'x64'), { architecture: auditX64, number, ...(args && { args }) });
const arm64 = (profile: Profile, number: number, args?: number[]) =>
  answer(findFilter(profile, 'arm64'), { architecture: auditArm64, number, ...(args && { args }) });

describe.each(profiles)('%s', (profile) => {
  test('another architecture’s numbers end the process, whatever they are', () => {
    for (let number = 0; number < 600; number += 1) {
      expect(answer(findFilter(profile, 'x64'), { architecture: auditI386, number })).toBe('killed');
      expect(answer(findFilter(profile, 'x64'), { architecture: auditArm64, number })).toBe('killed');
      expect(answer(findFilter(profile, 'arm64'), { architecture: auditArm, number })).toBe('killed');
    }
  });

  test('x64’s second set of numbers does not exist', () => {
    for (let number = x32; number < x32 + 600; number += 1) expect(x64(profile, number)).toBe('ENOSYS');
    expect(x64(profile, 0xffffffff)).toBe('ENOSYS');
  });

  test('every number has an answer', () => {
    for (let number = 0; number < 1000; number += 1) {
      expect([allowed, 'EPERM', 'ENOSYS']).toContain(x64(profile, number));
      expect([allowed, 'EPERM', 'ENOSYS']).toContain(arm64(profile, number));
    }
  });

  test('neither the network nor a kernel’s odd corners can be reached, on either architecture', () => {
    // socket, connect, ptrace, mount, unshare, setns, bpf, perf_event_open, userfaultfd, memfd_create, io_uring_setup,
    // process_vm_readv, keyctl, execveat, fchmodat, unlinkat, mkdirat, seccomp, kexec_load, init_module.
    const onX64 = [
      41, 42, 101, 165, 272, 308, 321, 298, 323, 319, 425, 310, 250, 322, 268, 263, 258, 317, 246, 175,
    ];
    const onArm64 = [
      198, 203, 117, 40, 97, 268, 280, 241, 282, 279, 425, 270, 219, 281, 53, 35, 34, 277, 104, 105,
    ];
    expect(onX64.filter((number) => x64(profile, number) !== 'ENOSYS')).toEqual([]);
    expect(onArm64.filter((number) => arm64(profile, number) !== 'ENOSYS')).toEqual([]);
    // read, openat, mmap, futex.
    expect([0, 257, 9, 202].map((number) => x64(profile, number))).toEqual(Array(4).fill(allowed));
    expect([63, 56, 222, 98].map((number) => arm64(profile, number))).toEqual(Array(4).fill(allowed));
  });

  test('a program fits into the kernel’s limit and is not looked up twice', () => {
    const filter = findFilter(profile, 'x64');
    expect((filter?.length ?? 0) / 8).toBeLessThan(4096);
    expect(findFilter(profile, 'x64')).toBe(filter);
  });

  test('no call makes a namespace; clone3, whose flags cannot be seen, does not exist', () => {
    const kinds = [0x20000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000];
    const flags = kinds.flatMap((kind) => [kind, kind + 17, kind + 0x10000, kind + 0x3d0f00]);
    expect(new Set(flags.map((flag) => x64(profile, 56, [flag])))).toEqual(new Set(['EPERM']));
    expect(new Set(flags.map((flag) => arm64(profile, 220, [flag])))).toEqual(new Set(['EPERM']));
    expect([x64(profile, 435), arm64(profile, 435)]).toEqual(['ENOSYS', 'ENOSYS']);
    // A thread, as glibc makes it.
    expect(x64(profile, 56, [0x3d0f00])).toBe(allowed);
  });

  test('only the type checker may start a process or make a pair of sockets, and of sockets only such', () => {
    const may = profile === 'checker' ? allowed : 'EPERM';
    expect([x64(profile, 56, [17]), x64(profile, 56, [0x4111])]).toEqual([may, may]);
    expect([x64(profile, 57), x64(profile, 58)]).toEqual(['ENOSYS', 'ENOSYS']);
    expect(x64(profile, 53, [1, 1, 0])).toBe(profile === 'checker' ? allowed : 'ENOSYS');
    expect(x64(profile, 53, [2, 1, 0])).toBe(profile === 'checker' ? 'EPERM' : 'ENOSYS');
    expect(x64(profile, 41, [1, 1, 0])).toBe('ENOSYS');
  });

  test('only a process with a GPU may list folders and ask what drivers of GPUs answer, and no more than that', () => {
    const may = profile === 'engine-gpu' ? allowed : 'EPERM';
    // DRM_IOCTL_VERSION, DMA_BUF_IOCTL_SYNC, SYNC_IOC_MERGE, NV_ESC_CARD_INFO, UVM_INITIALIZE.
    const requests = [0xc0406400, 0x40086200, 0xc0303e03, 0xc00046c8, 0x30000001];
    expect(requests.map((request) => x64(profile, 16, [0, request]))).toEqual(requests.map(() => may));
    // BLKGETSIZE, TUNSETIFF, SIOCGIFCONF, KVM_CREATE_VM, VIDIOC_QUERYCAP.
    const strange = [0x1260, 0x400454ca, 0x8912, 0xae01, 0x80685600];
    expect(new Set(strange.map((request) => x64(profile, 16, [0, request])))).toEqual(new Set(['EPERM']));
    const list = profile === 'engine-gpu' ? allowed : 'ENOSYS';
    expect([x64(profile, 217), arm64(profile, 61)]).toEqual([list, list]);
  });

  test('a descriptor cannot be given an owner, a terminal not be typed into, a filter not be changed', () => {
    const [fcntl, ioctl, prctl, prlimit] = [72, 16, 157, 302];
    expect([3, 8, 10, 1024, 1034].map((command) => x64(profile, fcntl, [0, command]))).toEqual([
      allowed,
      'EPERM',
      'EPERM',
      'EPERM',
      'EPERM',
    ]);
    expect([0x5401, 0x5412, 0x541c].map((command) => x64(profile, ioctl, [0, command]))).toEqual([
      allowed,
      'EPERM',
      'EPERM',
    ]);
    // PR_SET_NAME; PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_MM, PR_CAP_AMBIENT.
    expect([15, 1, 4, 22, 35, 47].map((option) => x64(profile, prctl, [option]))).toEqual([
      allowed,
      ...Array.from({ length: 5 }, () => 'EPERM'),
    ]);
    expect([0, 1, 2].map((pid) => x64(profile, prlimit, [pid]))).toEqual([allowed, 'EPERM', 'EPERM']);
  });
});

test('there is no filter, and so no sandbox, for an architecture without a table', () => {
  expect(findFilter('guest', 'riscv64')).toBeUndefined();
});
