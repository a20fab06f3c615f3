/** A topic as typed values: an entry of `content/topics.yaml`. Its name is the site's matter. */
import type { Localized } from './problem.ts';

export type Topic = {
  slug: string;
  /** A sentence. */
  about: Localized;
  /** Slugs of the topics that one should know before. They never lead back to this one. */
  after: string[];
};
