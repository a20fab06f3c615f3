import { z } from 'zod';

/** What names a thing in addresses. */
export const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const expectedSlug = 'expected lower-case words joined by hyphens';
export const slug = z.string().regex(slugForm, expectedSlug);

const longestName = 60;

/** Whether a problem may be called so: its name stands in addresses. */
export function isSlug(name: string): boolean {
  return slugForm.test(name) && name.length <= longestName;
}
