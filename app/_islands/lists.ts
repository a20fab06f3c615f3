/** The islands of the start page and of the list of questions. */
import { KeepQuestions } from '../[locale]/questions/keep-questions.client.tsx';
import { QuestionList } from '../[locale]/questions/question-list.client.tsx';
import { WhereYouLeftOff } from '../[locale]/where-you-left-off.client.tsx';

export const listIslands = { KeepQuestions, QuestionList, WhereYouLeftOff };
