/** Writes one structured line. Never pass source code, tokens or expected outputs. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Record<string, unknown>,
) => void;

/** Lines of JSON on a stream; an Error is written as its name, code, message, stack and causes. */
export function jsonLog(stream: NodeJS.WritableStream, now: () => Date = () => new Date()): Log {
  return (level, message, fields = {}) => {
    const line = { time: now().toISOString(), level, message, ...fields };
    stream.write(
      `${JSON.stringify(line, (_key, value: unknown) => (value instanceof Error ? plainError(value) : value))}\n`,
    );
  };
}

function plainError(error: Error): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    stack,
    ...('code' in error && { code: error.code }),
    ...(cause !== undefined && { cause }),
  };
}
