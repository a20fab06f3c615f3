import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/** A way to run Postgres, which refuses to be root. */
export type Unprivileged = {
  /** What stands before the command. */
  prefix: string[];
  /** Who has to own what Postgres writes, where that is not us. */
  owner: { uid: number; gid: number } | null;
};

/**
 * As an ordinary user: nothing to do. As root, and as a user without a name (`docker run --user 1234`): in a user namespace of its own, where our files look like
 * those of `nobody` and no system user is needed, even in a folder that only root can enter. Where
 * namespaces are forbidden (most containers): as `nobody`, who may pass through root's folders.
 * Throws where neither works.
 */
export function unprivileged(program: string, folder: string): Unprivileged {
  const ourUid = process.getuid?.();
  if (ourUid === undefined || (ourUid !== 0 && isKnown(ourUid))) return { prefix: [], owner: null };
  const { uid, gid } = someUser();
  const namespace = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  if (works(namespace, program, folder)) return { prefix: namespace, owner: null };
  const nobody = [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--',
  ];
  if (works(nobody, program, folder)) return { prefix: nobody, owner: { uid, gid } };
  throw new Error(
    'Postgres refuses to run as root or as a user without a name, and here neither a user namespace (unshare) nor another user (setpriv) can be had. Start as an ordinary user, or set DATABASE_URL to a Postgres that runs already.',
  );
}

function works(prefix: string[], program: string, folder: string): boolean {
  const [command = '', ...args] = prefix;
  const probe = ['/bin/sh', '-c', 'test -x "$1" && test -w "$2" && "$1" --version', 'sh', program, folder];
  try {
    execFileSync(command, [...args, ...probe], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

type User = { name: string; uid: number; gid: number };

// Not by way of /etc/passwd alone: a user may come from a directory service.
function isKnown(uid: number): boolean {
  try {
    return userInfo().uid === uid;
  } catch {
    return false;
  }
}

// Postgres looks its user up by number, so it must be one that the system knows.
function someUser(): User {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const user = users.find(({ name }) => name === 'nobody') ?? users[0];
  if (!user)
    throw new Error('Postgres needs a user with a name that is not root, and /etc/passwd names none');
  return user;
}
