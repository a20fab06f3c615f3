/** Tells whoever runs the site what broke; whoever asked is told no more than that something did. */
export function reportFailure(cause: unknown): void {
  process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
}
