/** System calls by name: their numbers, and which of them each kind of confined process may make. */

/** A kind of confined process. */
export type Profile = 'guest' | 'checker' | 'engine' | 'engine-gpu' | 'snapshot';

export type Architecture = 'x64' | 'arm64';

/** Where an argument, cut to the bits of `mask`, is one of these. */
export type Condition = { argument: number; mask?: number; oneOf: number[] };

/** `any`, or only where one of the conditions holds. */
export type Rule = 'any' | Condition | Condition[];

/** Numbers on x64 and arm64; null where an architecture lacks the call. */
const numbers = {
  access: [21, null],
  arch_prctl: [158, null],
  brk: [12, 214],
  capget: [125, 90],
  clock_getres: [229, 114],
  clock_gettime: [228, 113],
  clock_nanosleep: [230, 115],
  clone: [56, 220],
  close: [3, 57],
  dup: [32, 23],
  dup2: [33, null],
  dup3: [292, 24],
  epoll_create1: [291, 20],
  epoll_ctl: [233, 21],
  epoll_pwait: [281, 22],
  epoll_wait: [232, null],
  eventfd2: [290, 19],
  execve: [59, 221],
  exit: [60, 93],
  exit_group: [231, 94],
  faccessat: [269, 48],
  faccessat2: [439, 439],
  fcntl: [72, 25],
  fstat: [5, 80],
  futex: [202, 98],
  getcwd: [79, 17],
  getdents64: [217, 61],
  getegid: [108, 177],
  geteuid: [107, 175],
  getgid: [104, 176],
  getpid: [39, 172],
  getppid: [110, 173],
  getrandom: [318, 278],
  getrusage: [98, 165],
  getsockname: [51, 204],
  getsockopt: [55, 209],
  gettid: [186, 178],
  gettimeofday: [96, 169],
  getuid: [102, 174],
  ioctl: [16, 29],
  kill: [62, 129],
  lseek: [8, 62],
  madvise: [28, 233],
  membarrier: [324, 283],
  mmap: [9, 222],
  mprotect: [10, 226],
  mremap: [25, 216],
  munmap: [11, 215],
  nanosleep: [35, 101],
  newfstatat: [262, 79],
  openat: [257, 56],
  pipe2: [293, 59],
  pkey_alloc: [330, 289],
  pkey_free: [331, 290],
  pkey_mprotect: [329, 288],
  poll: [7, null],
  ppoll: [271, 73],
  prctl: [157, 167],
  pread64: [17, 67],
  prlimit64: [302, 261],
  read: [0, 63],
  readlink: [89, null],
  readlinkat: [267, 78],
  readv: [19, 65],
  restart_syscall: [219, 128],
  rseq: [334, 293],
  rt_sigaction: [13, 134],
  rt_sigprocmask: [14, 135],
  rt_sigreturn: [15, 139],
  rt_sigtimedwait: [128, 137],
  sched_getaffinity: [204, 123],
  sched_getparam: [143, 121],
  sched_getscheduler: [145, 120],
  sched_yield: [24, 124],
  set_robust_list: [273, 99],
  set_tid_address: [218, 96],
  setsockopt: [54, 208],
  shutdown: [48, 210],
  sigaltstack: [131, 132],
  socketpair: [53, 199],
  statx: [332, 291],
  sysinfo: [99, 179],
  tgkill: [234, 131],
  uname: [63, 160],
  wait4: [61, 260],
  waitid: [247, 95],
  write: [1, 64],
  writev: [20, 66],
} satisfies Record<string, [x64: number, arm64: number | null]>;

type Name = keyof typeof numbers;

const thread = 0x10000;
// CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. The newest, NEWTIME, does not fit into clone.
const namespaces = 0x20000 + 0x02000000 + 0x04000000 + 0x08000000 + 0x10000000 + 0x20000000 + 0x40000000;
const unixSocket = 1;

// TCGETS, FIONBIO, FIONCLEX, FIOCLEX, FIONREAD; not TIOCSTI, which types into a terminal.
const terminal: Condition = { argument: 1, oneOf: [0x5401, 0x5421, 0x5450, 0x5451, 0x541b] };

// By the letter of a request (bits 8 to 15): `d` of the kernel's own drivers for graphics with `b` and `>` of the buffers
// and fences that they hand out, `F` of NVIDIA's, and none of its unified memory's. A request means something only on the
// device that it is made to, and only named ones are there.
const device: Condition = { argument: 1, mask: 0xff00, oneOf: [0x6400, 0x6200, 0x3e00, 0x4600, 0] };

/**
 * What Node 24 needs from its start to its end, as strace saw it (glibc 2.36, x64), the neighbours that other versions
 * of glibc and libuv call for the same, and what bubblewrap's own first process needs to wait for it. No socket, no
 * process, no change of a file: threads, memory, what is open already, and reading.
 */
const node: Partial<Record<Name, Rule>> = {
  ...any(
    // Memory and threads. V8 keeps its code behind protection keys where the processor has them.
    ['brk', 'membarrier', 'mmap', 'mprotect', 'mremap', 'munmap'],
    ['pkey_alloc', 'pkey_free', 'pkey_mprotect', 'rseq', 'set_robust_list', 'set_tid_address'],
    ['sched_getaffinity', 'sched_getparam', 'sched_getscheduler', 'sched_yield'],
    // What is open, and reading.
    ['access', 'close', 'faccessat', 'faccessat2', 'fstat', 'getcwd', 'lseek', 'newfstatat', 'openat'],
    ['pread64', 'read', 'readlink', 'readlinkat', 'readv', 'statx', 'write', 'writev'],
    ['dup', 'getsockname', 'getsockopt', 'eventfd2'],
    ['epoll_create1', 'epoll_ctl', 'epoll_pwait', 'epoll_wait', 'poll', 'ppoll'],
    // Time, chance, and who one is.
    ['clock_getres', 'clock_gettime', 'clock_nanosleep', 'gettimeofday', 'nanosleep', 'getrandom'],
    ['capget', 'getegid', 'geteuid', 'getgid', 'getpid', 'getppid', 'getrusage', 'gettid', 'getuid'],
    ['sysinfo', 'uname'],
    // Signals to itself, and the end. prlimit starts Node; bubblewrap waits.
    ['rt_sigaction', 'rt_sigprocmask', 'rt_sigreturn', 'rt_sigtimedwait', 'sigaltstack'],
    ['exit', 'exit_group', 'execve', 'restart_syscall', 'tgkill', 'wait4'],
  ),
  // ARCH_SET_FS.
  arch_prctl: { argument: 0, oneOf: [0x1002] },
  clone: { argument: 0, mask: thread + namespaces, oneOf: [thread] },
  // Duplicates and flags, but no owner or signal: F_DUPFD, GETFD, SETFD, GETFL, SETFL, DUPFD_CLOEXEC.
  fcntl: { argument: 1, oneOf: [0, 1, 2, 3, 4, 1030] },
  // Waiting, waking, moving waiters, private or not; but no locks that lend priority, of which kernels were broken into.
  futex: { argument: 1, mask: 0xfffffe7f, oneOf: [0, 1, 3, 4, 5, 9, 10] },
  ioctl: terminal,
  // What memory is for; but not to be merged with equal pages of others (MADV_MERGEABLE), which tells of them.
  madvise: { argument: 2, oneOf: [0, 1, 2, 3, 4, 8, 10, 11, 14, 15, 16, 17] },
  // No pipe for the kernel's notices.
  pipe2: { argument: 1, mask: 0x80, oneOf: [0] },
  // PR_SET_NAME and PR_SET_VMA give names to threads and memory.
  prctl: { argument: 0, oneOf: [15, 0x53564d41] },
  // Its own limits, which can only sink.
  prlimit64: { argument: 0, oneOf: [0] },
};

const profiles: Record<Profile, Partial<Record<Name, Rule>>> = {
  // Ends by SIGKILL to itself.
  guest: { ...node, ...any(['kill']) },
  snapshot: node,
  engine: node,
  // Beside what the engine has on a processor, what drivers of GPUs and their loaders do; docs/gpu.md.
  'engine-gpu': {
    ...node,
    ...any(['getdents64']),
    ioctl: [terminal, device],
  },
  // Node starts the native compiler, written in Go, and speaks with it over pairs of sockets.
  checker: {
    ...node,
    ...any(['dup2', 'dup3', 'kill', 'setsockopt', 'shutdown', 'waitid']),
    clone: { argument: 0, mask: namespaces, oneOf: [0] },
    socketpair: { argument: 0, oneOf: [unixSocket] },
  },
};

/** The rules of a profile by number; undefined where the architecture is not known. */
export function findRules(profile: Profile, architecture: string): Map<number, Rule> | undefined {
  if (architecture !== 'x64' && architecture !== 'arm64') return undefined;
  const column = architecture === 'x64' ? 0 : 1;
  const ruled: Partial<Record<string, Rule>> = profiles[profile];
  const rules = new Map<number, Rule>();
  for (const [name, columns] of Object.entries(numbers)) {
    const rule = ruled[name];
    const number = columns[column];
    if (rule !== undefined && number !== null) rules.set(number, rule);
  }
  return rules;
}

function any(...groups: Name[][]): Partial<Record<Name, Rule>> {
  return Object.fromEntries(groups.flat().map((name) => [name, 'any']));
}
