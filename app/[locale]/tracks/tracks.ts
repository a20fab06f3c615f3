import { join } from 'node:path';
import { cache } from 'react';
import { findLinkable } from '#content/linkable.ts';
import { readTracks } from '#content/read-tracks.ts';
import type { Track } from '#content/track.ts';

/** All tracks, the longest first. For pages that are built ahead. */
export const getTracks = cache(async (): Promise<Track[]> => {
  const content = join(process.cwd(), 'content');
  // Also to a problem that is faulty, and so has no name at the moment: a step to it is left out.
  return readTracks(content, await findLinkable(content));
});
