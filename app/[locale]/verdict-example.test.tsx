import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { labelled } from '#app/_ui/labelled.ts';
import { readProblem } from '#content/read-problem.ts';
import { VerdictExample } from './verdict-example.tsx';

const folder = join(import.meta.dirname, '../../content/problems/param-count');

test.each(['en', 'zh'] as const)(
  'the verdict on the start page is the one that this mistake gets (%s)',
  async (locale) => {
    const { submissions } = await readProblem(folder);
    const mistake = submissions.find(({ file }) => file === 'wrong_answer/forgets-biases.ts')?.misconception;
    if (!mistake) throw new Error('expected forgets-biases to be a known mistake');
    const html = renderToStaticMarkup(<VerdictExample locale={locale} />);
    expect(html).toContain(labelled(locale, workspaceMessages[locale].looksLike, mistake.title[locale]));
    expect(html).toContain(mistake.message[locale]);
    expect(html).toContain('>53<');
  },
);
