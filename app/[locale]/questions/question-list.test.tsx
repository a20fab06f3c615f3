import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { rowsAtOnce } from '#app/_find/growing-list.client.tsx';
import type { QuestionItem } from './filter-questions.ts';
import { QuestionList } from './question-list.client.tsx';

test('of two thousand questions a screenful or two is rendered, and the rest is offered', () => {
  const items = Array.from(
    { length: 2000 },
    (_, index): QuestionItem => ({
      slug: `q${index}`,
      title: `Question ${index}`,
      words: `Question ${index}`,
      difficulty: 'easy',
      topics: [{ id: 'pruning', name: 'Pruning' }],
      checkIds: [],
    }),
  );
  const html = renderToStaticMarkup(
    <QuestionList locale="en" items={items} topics={[{ id: 'pruning', name: 'Pruning' }]} />,
  );
  expect(html.match(/<li/g)).toHaveLength(rowsAtOnce);
  expect(html).toContain('2000 questions');
  expect(html).toContain(`${2000 - rowsAtOnce} left`);
});
