/** A command can't do what it was asked; the message says why and what to do, and is all that is shown. */
export class CommandFailure extends Error {
  readonly code = 'COMMAND_FAILURE';
}

/** What every verb ends with: it went well · it went well and the answer is no · it could not be done. */
export const exitCodes = { yes: 0, no: 1, failed: 2 } as const;
