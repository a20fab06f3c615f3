/** The script of a lightened question, bundled by {@link file://../../bin/build-site/bundle-islands.ts}; Next never loads it. */
import { updateProgress } from '../[locale]/questions/progress.ts';
import { questionIslands } from './question.ts';
import { shellIslands } from './shell.ts';
import { takeOver } from './take-over.ts';

takeOver({ ...shellIslands, ...questionIslands });

// `toggle` doesn't bubble, and folded parts inside tell of themselves, too.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const slug = target.dataset['answerOf'];
    if (slug !== undefined) updateProgress(slug, { seenAt: new Date().toISOString() });
  },
  true,
);
