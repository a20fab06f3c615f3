/** The script of a lightened question, bundled by {@link file://../../bin/build-site/bundle-islands.ts}; Next never loads it. */
import { tellAnswer } from '../[locale]/questions/progress.ts';
import { questionIslands } from './question.ts';
import { shellIslands } from './shell.ts';
import { takeOver } from './take-over.ts';

takeOver({ ...shellIslands, ...questionIslands });

// `toggle` doesn't bubble, and folded parts inside tell of themselves, too.
document.addEventListener('toggle', ({ target }) => tell(target), true);
// Opened before this script had come.
for (const opened of document.querySelectorAll('[data-answer-of][open]')) tell(opened);

function tell(target: EventTarget | null): void {
  if (!(target instanceof HTMLDetailsElement)) return;
  const slug = target.dataset['answerOf'];
  if (slug !== undefined) tellAnswer(slug, target.open);
}
