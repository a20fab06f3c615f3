/** The islands of a question's page. */
import { BookmarkToggle } from '../_keep/bookmark-toggle.client.tsx';
import { KeptPanel } from '../_keep/kept-panel.client.tsx';
import { Check } from '../[locale]/questions/[slug]/check.client.tsx';
import { KeyPoints } from '../[locale]/questions/[slug]/key-points.client.tsx';
import { ThinkPanel } from '../[locale]/questions/[slug]/think-panel.client.tsx';

export const questionIslands = { BookmarkToggle, Check, KeptPanel, KeyPoints, ThinkPanel };
