/** One thing that is wrong with an author's file. `line` counts from 1; null where the whole file is meant. */
export type ContentIssue = { file: string; line: number | null; message: string };

/** All that is wrong with a question or a package, at once. */
export class ContentError extends Error {
  readonly code = 'CONTENT_ERROR';
  readonly issues: ContentIssue[];
  constructor(issues: ContentIssue[], options?: ErrorOptions) {
    super(formatContentIssues(issues), options);
    this.issues = issues;
  }
}

/** `file:line: message`, a line each, as editors and terminals link them. */
export function formatContentIssues(issues: ContentIssue[]): string {
  return issues
    .map(({ file, line, message }) => `${line === null ? file : `${file}:${line}`}: ${message}`)
    .join('\n');
}
