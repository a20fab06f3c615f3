/** The part of the API's description that is about mock interviews. */
import { z } from 'zod';
import type { ErrorCode } from '#app/api/_http/errors.ts';
import { shareBody } from '../schemas.ts';
import { actBody, clock, item, itemBody, mock, mockLine, startBody } from './schemas.ts';

const inPath = (name: string) => ({ name, in: 'path' as const, schema: z.string() });
const writing: ErrorCode[] = [
  'bad_request',
  'unauthorized',
  'cross_site',
  'too_large',
  'unsupported_media',
  'rate_limited',
];
const reading: ErrorCode[] = ['unauthorized', 'not_found'];
const own: ErrorCode[] = [...writing, 'not_found'];

export const mockOperations = {
  '/api/v1/mocks': {
    post: {
      summary: 'Put a mock interview together and start its clock',
      body: startBody,
      answer: { status: 201, schema: z.object({ id: z.uuid() }) },
      errors: own,
    },
    get: {
      summary: 'Your latest mock interviews, the newest first',
      answer: { status: 200, schema: z.object({ mocks: z.array(mockLine) }) },
      errors: ['unauthorized'] satisfies ErrorCode[],
    },
  },
  '/api/v1/mocks/{id}': {
    get: {
      summary: 'A mock interview: its clock, what it asks, what you did, and once it is over the report',
      parameters: [inPath('id')],
      answer: { status: 200, schema: mock },
      errors: reading,
    },
    delete: {
      summary: 'Delete a mock interview and its report; what it told your practice stays',
      parameters: [inPath('id')],
      answer: { status: 204 },
      errors: ['unauthorized', 'cross_site', 'not_found', 'rate_limited'] satisfies ErrorCode[],
    },
  },
  '/api/v1/mocks/{id}/events': {
    post: {
      summary: 'Go to an item, pause, resume or finish; done twice it changes nothing',
      parameters: [inPath('id')],
      body: actBody,
      answer: { status: 200, schema: z.object({ clock }) },
      errors: [...own, 'mock_over'] satisfies ErrorCode[],
    },
  },
  '/api/v1/mocks/{id}/items/{place}': {
    patch: {
      summary: 'Notes, marks and answers of an item; once the interview is over, notes alone',
      parameters: [inPath('id'), inPath('place')],
      body: itemBody,
      answer: { status: 200, schema: item },
      errors: [...own, 'mock_over'] satisfies ErrorCode[],
    },
  },
  '/api/v1/mocks/{id}/share': {
    put: {
      summary: 'Let whoever has its address read the report, without your name and notes; or no longer',
      parameters: [inPath('id')],
      body: shareBody,
      answer: { status: 200, schema: z.object({ sharedAs: z.uuid().nullable() }) },
      errors: own,
    },
  },
};
