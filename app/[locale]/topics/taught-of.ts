import type { Question } from '#content/question.ts';
import { getProblemNames, type ProblemName } from '../problem-names.ts';
import { getQuestions } from '../questions/questions.ts';

export type Counts = { questions: number; problems: number };
export type TaughtOf = (topic: string) => { questions: Question[]; problems: ProblemName[] };

/** What is taught of a topic: those that are about little else first. */
export async function getTaughtOf(): Promise<TaughtOf> {
  const [questions, problems] = await Promise.all([getQuestions(), getProblemNames()]);
  return (topic) => ({ questions: about(questions, topic), problems: about(problems, topic) });
}

function about<Thing extends { topics: readonly string[] }>(all: readonly Thing[], topic: string): Thing[] {
  return all
    .filter(({ topics }) => topics.includes(topic))
    .toSorted((a, b) => a.topics.indexOf(topic) - b.topics.indexOf(topic));
}
