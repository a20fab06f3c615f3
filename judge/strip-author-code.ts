import { stripTypeScriptTypes } from 'node:module';
import { ContentError } from '#content/content-error.ts';

/** JavaScript of a package's TypeScript, in place. Throws `ContentError` with the file where types can't be erased. */
export function stripAuthorCode(slug: string, code: Record<string, string>): Record<string, string> {
  const issues: { file: string; line: number | null; message: string }[] = [];
  const stripped = Object.entries(code).map(([path, source]) => {
    try {
      return [path, stripTypeScriptTypes(source, { mode: 'strip' })] as const;
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      const line = /:(\d+):\d+/.exec(message)?.[1];
      issues.push({
        file: `${slug}/${path}`,
        line: line ? Number(line) : null,
        message: message.split('\n')[0] ?? message,
      });
      return [path, ''] as const;
    }
  });
  if (issues.length > 0) throw new ContentError(issues);
  return Object.fromEntries(stripped);
}
