import type { apiMessages } from '#app/_messages/api.ts';
import type { Localized } from '#judge/verdict.ts';

export type ErrorCode = keyof (typeof apiMessages)['en'];

/** The one table of HTTP codes; every error code is in it. */
export const statusOf = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  too_large: 413,
  unsupported_media: 415,
  rate_limited: 429,
  too_many_pending: 429,
  queue_full: 503,
  too_many_tokens: 409,
  too_many_asked: 409,
  too_many_calendars: 409,
  changed: 409,
  unfinished: 409,
  decided: 409,
  mock_over: 409,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** `path` is dotted; `''` is the whole body. */
export type FieldFault = { path: string; message: Localized };

type More = {
  fields?: FieldFault[];
  retryAfterMs?: number;
  /** Says it more exactly than the table does. */
  message?: Localized;
  cause?: unknown;
};

/** Ends a request with an error of the table. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldFault[];
  readonly retryAfterMs: number | null;
  readonly said: Localized | null;
  constructor(code: ErrorCode, more: More = {}) {
    super(code, { cause: more.cause });
    this.code = code;
    this.fields = more.fields ?? [];
    this.said = more.message ?? null;
    this.retryAfterMs = more.retryAfterMs ?? null;
  }
}
