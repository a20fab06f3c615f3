/** The islands of a question's page. */
import { Checks } from '../[locale]/questions/[slug]/checks.client.tsx';
import { KeyPoints } from '../[locale]/questions/[slug]/key-points.client.tsx';
import { ThinkPanel } from '../[locale]/questions/[slug]/think-panel.client.tsx';

export const questionIslands = { Checks, KeyPoints, ThinkPanel };
