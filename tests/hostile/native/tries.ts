/** What somebody tries who has taken over a confined process, and how the kernel answers: the sandbox's specification. */
import type { Profile } from '#judge/confine/syscalls.ts';
import type { Call } from './machine-code.ts';

/** The judge's process and files of each kind, as they are outside. */
export type Outside = { judge: number; readable: string; secrets: string[]; socket: string };

type Answer = string | Partial<Record<Profile, string>>;

/** What is tried, its number on x64, its arguments, and the answer: one for all profiles, or by profile. */
export type Try = [what: string, number: number, args: Call['args'], answer: Answer];

const here = -100;
const write = 0o1;
const create = 0o101;
const temporary = 0o20200002;
/** Starts the answer where only the guest and the type checker may send signals. */
const signal = (answer: string): Answer => ({ ...all('ENOSYS'), guest: answer, checker: answer });
/** What only a process with a GPU may ask for, and is told by what it asks. */
const gpu = (otherwise: string, answer: string): Answer => ({ ...all(otherwise), 'engine-gpu': answer });
const mapped = Buffer.alloc(256);

export function triesOf({ judge, readable, secrets, socket }: Outside): Try[] {
  return [
    ...reading(secrets),
    ...writing(readable),
    ...otherProcesses(judge),
    ...gettingOut(socket),
    ...moreRights,
    ...kernel,
  ];
}

/** What every machine has that a judge runs on. */
export const everywhere = [
  ...['/etc/passwd', '/var/run', '/run', '/sys', '/bin/sh', '/usr/bin/env'],
  ...['/proc/1/environ', '/proc/self/mem', '/proc/self/maps', '/proc/sys/kernel/core_pattern'],
  ...['/dev', '/dev/null', '/dev/shm'],
];

/** What there may be, by the machine. */
const somewhere = [
  ...['/etc/shadow', '/boot', '/.dockerenv', '/proc/kallsyms', '/proc/keys'],
  ...['/dev/mem', '/dev/kvm', '/dev/tty'],
];

function reading(secrets: string[]): Try[] {
  const paths = [...secrets, ...everywhere, ...somewhere];
  return [
    ...paths.map((path): Try => [`read ${path}`, 257, [here, path, 0, 0], 'ENOENT']),
    // The type checker has a link of one name there, for its compiler to find itself by.
    ['read /proc', 257, [here, '/proc', 0, 0], { ...all('ENOENT'), checker: '4' }],
    ['leave by a handle', 304, [here, mapped, 0], 'ENOSYS'],
    ['make a handle', 303, [here, '/', mapped, mapped, 0], 'ENOSYS'],
    // Descriptor 0 is /dev/null.
    ['list a folder', 217, [0, mapped, 256], gpu('ENOSYS', 'ENOTDIR')],
    ['run a shell', 59, ['/bin/sh', 0, 0], 'ENOENT'],
    ['run from a descriptor', 322, [here, '/bin/sh', 0, 0, 0], 'ENOSYS'],
  ];
}

function writing(readable: string): Try[] {
  return [
    ['write what can be read', 257, [here, readable, write, 0], 'EROFS'],
    ['empty what can be read', 257, [here, readable, 0o1001, 0], 'EROFS'],
    ['create a file', 257, [here, '/x', create, 0o700], 'EROFS'],
    ['create a file beside what can be read', 257, [here, `${readable}.x`, create, 0o700], 'EROFS'],
    ['create a file in /dev/shm', 257, [here, '/dev/shm/x', create, 0o700], 'ENOENT'],
    ['create a file without a name', 257, [here, '/', temporary, 0o700], 'EROFS'],
    ['open as it was long ago', 2, ['/x', create, 0o700], 'ENOSYS'],
    ['create as it was long ago', 85, ['/x', 0o700], 'ENOSYS'],
    ['open by the newest call', 437, [here, '/x', mapped, 24], 'ENOSYS'],
    ['a file of memory', 319, ['x', 0], 'ENOSYS'],
    ['secret memory', 447, [0], 'ENOSYS'],
    ['a folder', 258, [here, '/x', 0o700], 'ENOSYS'],
    ['a device', 259, [here, '/x', 0o20666, 0x101], 'ENOSYS'],
    ['a symbolic link', 88, [readable, '/x'], 'ENOSYS'],
    ['a link', 265, [here, readable, here, '/x', 0], 'ENOSYS'],
    ['rename', 316, [here, readable, here, '/x', 0], 'ENOSYS'],
    ['remove', 263, [here, readable, 0], 'ENOSYS'],
    ['change the mode', 268, [here, readable, 0o777], 'ENOSYS'],
    ['change the mode of stdin, the machine’s own /dev/null', 91, [0, 0], 'ENOSYS'],
    ['change the owner', 260, [here, readable, 0, 0, 0], 'ENOSYS'],
    ['change the times', 280, [here, readable, 0, 0], 'ENOSYS'],
    ['set an attribute', 188, [readable, 'user.x', 'x', 1, 0], 'ENOSYS'],
    ['truncate', 76, [readable, 0], 'ENOSYS'],
    ['fill the disk', 285, [1, 0, 0, 0x7fffffff], 'ENOSYS'],
  ];
}

function otherProcesses(judge: number): Try[] {
  return [
    ['ptrace', 101, [16, 1, 0, 0], 'ENOSYS'],
    ['read another’s memory', 310, [1, mapped, 1, mapped, 1, 0], 'ENOSYS'],
    ['write another’s memory', 311, [1, mapped, 1, mapped, 1, 0], 'ENOSYS'],
    ['compare processes', 312, [1, 1, 0, 0, 0], 'ENOSYS'],
    ['a descriptor of the judge', 434, [judge, 0], 'ENOSYS'],
    ['a descriptor out of another process', 438, [3, 0, 0], 'ENOSYS'],
    ['signal by descriptor', 424, [3, 9, 0, 0], 'ENOSYS'],
    ['kill the judge', 62, [judge, 9], signal('ESRCH')],
    // The kernel says yes, and does nothing: the first process of a namespace takes no signal from within.
    ['kill the first process', 62, [1, 9], signal('0')],
    ['kill everybody', 62, [-1, 9], signal('ESRCH')],
    ['kill a thread of the judge', 234, [judge, judge, 9], 'ESRCH'],
    ['kill a thread as it was long ago', 200, [judge, 9], 'ENOSYS'],
    ['queue a signal', 129, [judge, 9, mapped], 'ENOSYS'],
    ['get the judge’s limits', 302, [judge, 7, 0, mapped], 'EPERM'],
    ['be told of input by a signal to another', 72, [0, 8, 1], 'EPERM'],
    ['wait for the judge', 61, [judge, mapped, 1, 0], 'ECHILD'],
    ['a session of its own', 112, [], 'ENOSYS'],
    ['a group of its own', 109, [0, 0], 'ENOSYS'],
    ['fork as it was long ago', 57, [], 'ENOSYS'],
    ['fork with shared memory', 58, [], 'ENOSYS'],
    ['clone by the newest call', 435, [mapped, 88], 'ENOSYS'],
  ];
}

function gettingOut(socket: string): Try[] {
  // AF_UNIX, INET, INET6, NETLINK, PACKET, ALG, VSOCK, XDP; raw as well.
  const families = [1, 2, 10, 16, 17, 38, 40, 44];
  // struct sockaddr_un of the database's socket.
  const address = Buffer.concat([Buffer.from([1, 0]), Buffer.from(`${socket}\0`)]);
  return [
    ...families.flatMap((family): Try[] => [
      [`socket of family ${family}`, 41, [family, 1, 0], 'ENOSYS'],
      [`raw socket of family ${family}`, 41, [family, 3, 0], 'ENOSYS'],
    ]),
    ['connect what is open to the database', 42, [1, address, address.length], 'ENOSYS'],
    ['bind', 49, [1, address, address.length], 'ENOSYS'],
    ['listen', 50, [1, 1], 'ENOSYS'],
    ['accept', 288, [1, 0, 0, 0], 'ENOSYS'],
    ['send to an address', 44, [1, 'x', 1, 0, address, address.length], 'ENOSYS'],
    ['send a descriptor', 46, [1, mapped, 0], 'ENOSYS'],
    ['receive a descriptor', 47, [1, mapped, 0], 'ENOSYS'],
    ['a pair of network sockets', 53, [2, 1, 0, mapped], { ...all('ENOSYS'), checker: 'EPERM' }],
    ['a message queue', 240, ['/q', create, 0o600, 0], 'ENOSYS'],
    ['shared memory', 29, [1, 4096, 0o1600], 'ENOSYS'],
    ['a System V queue', 68, [1, 0o1600], 'ENOSYS'],
    ['semaphores', 64, [1, 1, 0o1600], 'ENOSYS'],
  ];
}

const moreRights: Try[] = [
  ...[0x20000, 0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000].flatMap(
    (kind): Try[] => [
      [`unshare ${kind.toString(16)}`, 272, [kind], 'ENOSYS'],
      [`clone into ${kind.toString(16)}`, 56, [kind + 17, 0], 'EPERM'],
    ],
  ),
  ['enter a namespace', 308, [3, 0], 'ENOSYS'],
  ['mount', 165, ['x', '/', 'tmpfs', 0, 0], 'ENOSYS'],
  ['make the root writable again', 165, ['', '/', '', 0x1020, 0], 'ENOSYS'],
  ['unmount', 166, ['/', 2], 'ENOSYS'],
  ['change the root', 161, ['/'], 'ENOSYS'],
  ['swap roots', 155, ['/', '/'], 'ENOSYS'],
  ['copy a mount', 428, [here, '/', 1], 'ENOSYS'],
  ['move a mount', 429, [here, '/', here, '/', 0], 'ENOSYS'],
  ['open a file system', 430, ['proc', 0], 'ENOSYS'],
  ['change a mount', 442, [here, '/', 0, mapped, 32], 'ENOSYS'],
  ['become root', 105, [0], 'ENOSYS'],
  ['become root’s group', 106, [0], 'ENOSYS'],
  ['become root in all ways', 117, [0, 0, 0], 'ENOSYS'],
  ['join groups', 116, [0, 0], 'ENOSYS'],
  ['take capabilities', 126, [mapped, mapped], 'ENOSYS'],
  ...[1, 4, 22, 35, 36, 38, 47, 0x59616d61].map(
    (option): Try => [`prctl ${option}`, 157, [option, 2, 0, 0, 0], 'EPERM'],
  ),
  ['loosen the filter', 317, [1, 0, mapped], 'ENOSYS'],
  ['another filter', 444, [mapped, 0, 0], 'ENOSYS'],
  ['another personality', 135, [0x0040000], 'ENOSYS'],
  ['raise a limit', 302, [0, 7, Buffer.from('ff'.repeat(16), 'hex'), 0], 'EPERM'],
  ['raise a limit as it was long ago', 160, [7, mapped], 'ENOSYS'],
  ['real-time priority', 144, [0, 1, mapped], 'ENOSYS'],
  ['a better priority', 141, [0, 0, -20], 'ENOSYS'],
  ['lock memory', 151, [1], 'ENOSYS'],
  ['keyring', 250, [0, -3, 1], 'ENOSYS'],
  ['add a key', 248, ['user', 'x', 'x', 1, -3], 'ENOSYS'],
  ['ask for a key', 249, ['user', 'x', 0, 0], 'ENOSYS'],
];

const kernel: Try[] = [
  ['io_uring', 425, [8, mapped], 'ENOSYS'],
  ['io_uring_enter', 426, [3, 1, 1, 0, 0], 'ENOSYS'],
  ['asynchronous input', 206, [8, mapped], 'ENOSYS'],
  ['bpf', 321, [0, mapped, 48], 'ENOSYS'],
  ['perf', 298, [mapped, 0, -1, -1, 0], 'ENOSYS'],
  ['userfaultfd', 323, [0], 'ENOSYS'],
  ['load a module', 175, [mapped, 256, ''], 'ENOSYS'],
  ['load a module from a file', 313, [0, '', 0], 'ENOSYS'],
  ['remove a module', 176, ['x', 0], 'ENOSYS'],
  ['another kernel', 246, [0, 0, 0, 0], 'ENOSYS'],
  ['another kernel from a file', 320, [0, 0, 0, '', 0], 'ENOSYS'],
  ['reboot', 169, [0xfee1dead, 672274793, 0x1234567, 0], 'ENOSYS'],
  ['swap on', 167, ['/x', 0], 'ENOSYS'],
  ['swap off', 168, ['/x'], 'ENOSYS'],
  ['the machine’s name', 170, ['x', 1], 'ENOSYS'],
  ['the machine’s domain', 171, ['x', 1], 'ENOSYS'],
  ['the time', 164, [mapped, 0], 'ENOSYS'],
  ['the clock', 227, [0, mapped], 'ENOSYS'],
  ['the clock’s pace', 159, [mapped], 'ENOSYS'],
  ['ports of the machine', 172, [3], 'ENOSYS'],
  ['some ports of the machine', 173, [0, 1, 1], 'ENOSYS'],
  ['segments of memory', 154, [1, mapped, 16], 'ENOSYS'],
  ['the kernel’s log', 103, [3, mapped, 256], 'ENOSYS'],
  ['accounting', 163, ['/x'], 'ENOSYS'],
  ['quotas', 179, [0, '/x', 0, mapped], 'ENOSYS'],
  ['watch files', 294, [0], 'ENOSYS'],
  ['watch all files', 300, [0, 0], 'ENOSYS'],
  ['a profiler’s cookie', 212, [mapped, mapped, 256], 'ENOSYS'],
  ['the kernel’s file server', 180, [0, 0, 0], 'ENOSYS'],
  ['an old library', 134, ['/x'], 'ENOSYS'],
  ['another processor', 203, [0, 8, mapped], 'ENOSYS'],
  ['move pages', 279, [0, 0, 0, 0, 0, 0], 'ENOSYS'],
  ['pages without a copy', 278, [1, mapped, 1, 0], 'ENOSYS'],
  ['type into the terminal', 16, [0, 0x5412, 'x'], 'EPERM'],
  ['paste into the terminal', 16, [0, 0x541c, mapped], 'EPERM'],
  ['ask a GPU of the kernel’s', 16, [0, 0xc0406400, mapped], gpu('EPERM', 'ENOTTY')],
  ['ask a GPU of NVIDIA’s', 16, [0, 0xc00046c8, mapped], gpu('EPERM', 'ENOTTY')],
  ['ask for a disk’s size', 16, [0, 0x1260, mapped], 'EPERM'],
  ['ask for a tunnel', 16, [0, 0x400454ca, mapped], 'EPERM'],
  ['a lock that lends priority', 202, [mapped, 6, 0, 0], 'EPERM'],
  ['pages merged with those of others', 28, [0, 4096, 12], 'EPERM'],
  ['a pipe for the kernel’s notices', 293, [mapped, 0x80], 'EPERM'],
  ['the kernel’s page anew', 158, [0x2003, 0], 'EPERM'],
  ['a lease on a file', 72, [0, 1024, 0], 'EPERM'],
  ['be told of changes in a folder', 72, [0, 1026, 1], 'EPERM'],
  ['read, by x64’s second set of numbers', 0x40000000, [0, mapped, 1], 'ENOSYS'],
  ['ptrace, by x64’s second set of numbers', 0x40000209, [16, 1, 0, 0], 'ENOSYS'],
];

function all(answer: string): Record<Profile, string> {
  return { guest: answer, checker: answer, engine: answer, 'engine-gpu': answer, snapshot: answer };
}
