import { z } from 'zod';

const text = z.string().refine((value) => !value.includes('\0'), 'must not contain NUL');

/** Bodies that the API takes; the OpenAPI description is made from these. */
export const submitBody = z.strictObject({ problem: z.string().min(1).max(100), source: text.min(1) });
export const shareBody = z.strictObject({ shared: z.boolean() });
export const draftBody = z.strictObject({ source: text });
export const tokenBody = z.strictObject({ name: text.trim().min(1).max(80) });

/** The longest body that is read, bytes: 128 KiB of source may double when JSON escapes it. */
export const maxBodyBytes = 300 * 1024;
export const maxSourceBytes = 128 * 1024;
