/** The site's door into the judge. It writes rows and reads events; it never runs submitted code. */
import type { SubmissionEvent } from './verdict.ts';

/** Writes the submission and its job in one transaction; the id is the acknowledgement. */
export type Submit = (request: {
  userId: string;
  problem: string;
  source: string;
}) => Promise<{ id: string }>;

/** Streams what happens to a submission, from test `after` on; ends after the verdict. */
export type Watch = (
  id: string,
  options: { after: number; signal: AbortSignal },
) => AsyncGenerator<SubmissionEvent>;
