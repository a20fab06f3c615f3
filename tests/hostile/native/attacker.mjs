/**
 * Runs as a Node program in place of a guest, free of isolate and permissions, and tries what Node can do. It writes one
 * JSON object to stdout: what was tried, and the code of the error, or what came of it.
 */
import { execFileSync, fork, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { lookup, resolve4 } from 'node:dns';
import * as fs from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces, setPriority } from 'node:os';

const { judge, repository, home, secret, socket, port, addresses, readable } = JSON.parse(process.argv[2]);

// Where the type checker stands /proc/self/exe is its compiler, and `process.execPath` with it.
const node = process.argv0;

const codeOf = (error) => error.code ?? error.message;
const now = (act) => {
  try {
    return act() ?? 'done';
  } catch (error) {
    return codeOf(error);
  }
};
/** For what tells its error by an event or a callback. */
const later = (start) =>
  new Promise((settle) => {
    try {
      start(settle);
    } catch (error) {
      settle(codeOf(error));
    }
  });
const emitted = (make) =>
  later((settle) => {
    const emitter = make(settle);
    emitter.on('error', (error) => settle(codeOf(error)));
  });
const connected = (where) => emitted((settle) => connect(where, () => settle('connected')));

const told = {
  'read the name of the repository': now(() => void fs.readFileSync(`${repository}/package.json`)),
  'read what judges': now(() => void fs.readFileSync(`${repository}/judge/grade.ts`)),
  'read what is expected': now(
    () => void fs.readFileSync(`${repository}/content/problems/prune/problem.yaml`),
  ),
  'list the repository': now(() => fs.readdirSync(repository)),
  'list the root': now(() => fs.readdirSync('/')),
  'list the home folder': now(() => fs.readdirSync(home)),
  'read a file of the home folder': now(() => void fs.readFileSync(secret)),
  'read /etc/passwd': now(() => void fs.readFileSync('/etc/passwd')),
  'read the judge’s environment': now(() => fs.readFileSync(`/proc/${judge}/environ`)),
  'read the first process’s environment': now(() => fs.readFileSync('/proc/1/environ')),
  'read its own memory': now(() => fs.openSync('/proc/self/mem', 'r+')),
  'be spared by the kernel when memory runs out': now(() =>
    fs.writeFileSync('/proc/self/oom_score_adj', '-1000'),
  ),
  'have core dumps run a program': now(() => fs.writeFileSync('/proc/sys/kernel/core_pattern', '|/x')),
  // biome-ignore lint/style/noProcessEnv: whether there is anything in it is the question.
  environment: Object.keys(process.env).filter((name) => name !== 'PWD'),
  'write to the root': now(() => fs.writeFileSync('/x', 'x')),
  'write to the folder for temporary files': now(() => fs.writeFileSync('/var/tmp/x', 'x')),
  'write what it may read': now(() => fs.writeFileSync(readable, 'x')),
  'remove what it may read': now(() => fs.unlinkSync(readable)),
  'replace Node': now(() => fs.writeFileSync(node, 'x')),
  'make a folder': now(() => fs.mkdirSync('/x')),
  'make a link': now(() => fs.symlinkSync('/', '/x')),
  'fill the disk': now(() => fs.writeFileSync('/dev/shm/x', Buffer.alloc(2 ** 20))),
  'load a library that it wrote': now(() => {
    fs.writeFileSync('/x.node', 'x');
    process.dlopen({ exports: {} }, '/x.node');
  }),
  'network interfaces': now(() => Object.keys(networkInterfaces())),
  'the database’s socket': await connected({ path: socket }),
  'the database’s port': await connected({ host: '127.0.0.1', port }),
  'the host’s addresses': await Promise.all(addresses.map((host) => connected({ host, port }))),
  'the same over IPv6': await connected({ host: '::1', port }),
  'listen on a port': await emitted((settle) => createServer().listen(0, () => settle('listening'))),
  'listen on a socket in a file': await emitted((settle) =>
    createServer().listen('/x', () => settle('listening')),
  ),
  'send a datagram': await later((settle) => {
    const udp = createSocket('udp4');
    udp.on('error', (error) => settle(codeOf(error)));
    udp.send('x', port, '127.0.0.1', (error) => settle(error ? codeOf(error) : 'sent'));
  }),
  'look up a name': await later((settle) =>
    lookup('example.com', (error) => settle(error ? codeOf(error) : 'found')),
  ),
  'ask a name server': await later((settle) =>
    resolve4('example.com', (error) => settle(error ? codeOf(error) : 'found')),
  ),
  'run a program': now(() => spawnSync(node, ['-v']).error?.code),
  'run a shell': now(() => execFileSync('/bin/sh', ['-c', 'id'])),
  'run a program that outlives it': await emitted((settle) => {
    const child = spawn(node, ['-v'], { detached: true });
    child.on('exit', () => settle('ran'));
    return child;
  }),
  fork: await emitted((settle) => {
    const child = fork(readable, [], { execPath: node });
    child.on('exit', () => settle('ran'));
    return child;
  }),
  'kill the judge': now(() => process.kill(judge, 'SIGKILL')),
  'stop the judge': now(() => process.kill(judge, 'SIGSTOP')),
  'kill everybody': now(() => process.kill(-1, 'SIGKILL')),
  'become root': now(() => process.setuid(0)),
  'become root’s group': now(() => process.setgid(0)),
  'a better priority': now(() => setPriority(-20)),
  'leave its folder': now(() => process.chdir('/..')),
};
fs.writeSync(1, JSON.stringify(told));
process.exit(0);
