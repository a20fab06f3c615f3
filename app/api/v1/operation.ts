import { z } from 'zod';
import type { ErrorCode } from '../_http/errors.ts';

/** What the description says of one method of one address. */
export type Operation = {
  summary: string;
  body?: z.ZodType;
  answer?: { status: number; schema?: z.ZodType; type?: string };
  errors: ErrorCode[];
  parameters?: { name: string; in: 'path' | 'query' | 'header'; schema: z.ZodType }[];
  open?: boolean;
  /** What its `Server-Timing` tells, where it has one. */
  timed?: string;
};

export const inPath = (name: string) => ({ name, in: 'path' as const, schema: z.string() });

/** What any call that writes may be refused for. */
export const writing: ErrorCode[] = [
  'bad_request',
  'unauthorized',
  'cross_site',
  'too_large',
  'unsupported_media',
];
