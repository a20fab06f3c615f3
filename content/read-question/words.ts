import { z } from 'zod';

export const text = z.string().trim().min(1, 'expected some text');
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');
