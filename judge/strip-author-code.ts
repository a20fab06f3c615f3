import { stripTypeScriptTypes } from 'node:module';
import { ContentError } from '#content/content-error.ts';

/** JavaScript of a package's TypeScript, in place. Throws `ContentError` with file and line where types can't be erased. */
export function stripAuthorCode(slug: string, code: Record<string, string>): Record<string, string> {
  const issues: { file: string; line: number | null; message: string }[] = [];
  const stripped = Object.entries(code).map(([path, source]) => {
    try {
      return [path, stripTypeScriptTypes(source, { mode: 'strip' })] as const;
    } catch (cause) {
      issues.push({ file: `${slug}/${path}`, ...placed(cause) });
      return [path, ''] as const;
    }
  });
  if (issues.length > 0) throw new ContentError(issues);
  return Object.fromEntries(stripped);
}

function placed(cause: unknown): { line: number | null; message: string } {
  if (!(cause instanceof Error)) return { line: null, message: String(cause) };
  // Node says the line at the head of the stack alone: `<file>:<line>`, then the source, then the error.
  const line = /^[^\n]*:(\d+)\n/.exec(cause.stack ?? '')?.[1];
  const [message = ''] = cause.message.split('\n');
  return {
    line: line === undefined ? null : Number(line),
    message: `expected erasable TypeScript: ${message}`,
  };
}
