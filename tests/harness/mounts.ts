/** Runs the command after it in a mount namespace of its own, in which the script was run before, as root. */
export function withMounts(script: string): [string, ...string[]] {
  const user = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  return ['unshare', '--mount', ...user, '--', 'sh', '-c', `${script} && exec "$@"`, 'sh'];
}
