import { readTfTypes } from '#judge/tf-types.ts';

export const dynamic = 'force-static';

/** What the editor knows of tfjs; made once, when the site is built. */
export function GET(): Response {
  return Response.json(readTfTypes(process.cwd()));
}
