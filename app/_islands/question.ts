/** The islands of a question's page. */
import { BookmarkToggle } from '../_keep/bookmark-toggle.client.tsx';
import { KeptPanel } from '../_keep/kept-panel.client.tsx';
import { Checks } from '../[locale]/questions/[slug]/checks.client.tsx';
import { KeyPoints } from '../[locale]/questions/[slug]/key-points.client.tsx';
import { ThinkPanel } from '../[locale]/questions/[slug]/think-panel.client.tsx';

export const questionIslands = { BookmarkToggle, Checks, KeptPanel, KeyPoints, ThinkPanel };
