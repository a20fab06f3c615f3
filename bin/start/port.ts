import { createServer } from 'node:net';
import { type Command, InvalidArgumentError } from 'commander';
import { CommandFailure } from '../failure.ts';

/** Throws where the site could not listen there, and says what to do. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const code = await tryListen(host, port);
  if (code === undefined) return;
  if (code === 'EADDRINUSE') {
    throw new CommandFailure(
      `port ${port} is taken. Choose another (npm start -- --port ${port + 1}), or stop what uses it (\`lsof -i :${port}\` names it).`,
    );
  }
  if (code === 'EACCES')
    throw new CommandFailure(`port ${port} needs more rights than you have; choose one above 1023 by --port`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    throw new CommandFailure(
      `this machine has no address ${host}; --host takes 127.0.0.1, 0.0.0.0 or one of its own`,
    );
  }
  throw new CommandFailure(`the site cannot listen on ${host}:${port} (${code})`);
}

function tryListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new InvalidArgumentError('expected a number from 1 to 65535');
  }
  return port;
}

/** `--port` and `--host`, the same for every verb that listens. */
export function withAddressOptions(command: Command): Command {
  return command
    .option('--port <number>', 'port of the site', parsePort, 3000)
    .option('--host <address>', 'address to listen on; 0.0.0.0 for every one of this machine', '127.0.0.1');
}
