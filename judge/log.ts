/**
 * Structured lines of site and judge. Imports nothing; both doors of the house write through it. What must never stand in a
 * log is taken out here as well as never passed in: a driver's error quotes what it was given.
 */

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Writes one structured line. Never pass source code, tokens or expected outputs. */
export type Log = (level: LogLevel, message: string, fields?: Record<string, unknown>) => void;

export type LogOptions = {
  /** What is less than this is not written. */
  level?: LogLevel;
  /** Stand in every line: which part of us speaks, and which of them. */
  always?: Record<string, unknown>;
  now?: () => Date;
};

/** Lines of JSON on a stream; an Error is written as its name, code, message, stack and causes. */
export function jsonLog(stream: { write(text: string): unknown }, options: LogOptions = {}): Log {
  const { level: least = 'debug', always = {}, now = () => new Date() } = options;
  return (level, message, fields = {}) => {
    if (logLevels.indexOf(level) < logLevels.indexOf(least)) return;
    const line = { time: now().toISOString(), level, message, ...always, ...fields };
    stream.write(`${JSON.stringify(clean(line, 0))}\n`);
  };
}

/** The same with fields that stand in every line. */
export function logWith(log: Log, always: Record<string, unknown>): Log {
  return (level, message, fields) => log(level, message, { ...always, ...fields });
}

const maxDepth = 6;
const maxItems = 50;
const maxText = 4000;
const secretKey =
  /^(source|solution|code_?text|args|expected|output|password|secret|token|cookie|set-cookie|authorization|e-?mail|database_?url|body|headers)$/i;

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (depth >= maxDepth) return '…';
  if (value instanceof Error) return clean(plainError(value), depth + 1);
  if (Array.isArray(value)) return value.slice(0, maxItems).map((item) => clean(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, maxItems)
      .filter(([key]) => !secretKey.test(key))
      .map(([key, item]) => [key, clean(item, depth + 1)]),
  );
}

function plainError(error: Error): Record<string, unknown> {
  const { name, cause } = error;
  const message = withoutArguments(name, error.message);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    name,
    message,
    stack: frames.slice(0, 20).join('\n'),
    ...('code' in error && { code: error.code }),
    ...(cause !== undefined && { cause }),
  };
}

// Prisma's validation errors print the whole call, a submission's source in it; what is wrong is their last line.
function withoutArguments(name: string, message: string): string {
  if (!name.startsWith('PrismaClient')) return message;
  return message.trim().split('\n').at(-1) ?? '';
}

const secrets: [RegExp, string][] = [
  [/\b[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '‹e-mail›'],
  [/\b(\w+:\/\/)[^\s/@]*@/g, '$1‹secret›@'],
  [/\bBearer\s+\S+/gi, 'Bearer ‹secret›'],
  [/\bwst_[\w-]+/g, '‹secret›'],
  [/\b((?:__Secure-)?better-auth\.[\w.]+)=[^\s;]+/g, '$1=‹secret›'],
  [/\?[\w%.~-]+=[^\s"']*/g, '?‹query›'],
];

function cleanText(text: string): string {
  const shown = secrets.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
  return shown.length > maxText ? `${shown.slice(0, maxText)}…` : shown;
}
