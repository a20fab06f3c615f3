/** SIGKILL to who is left in the process group that `pid` led. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is.
  }
}
