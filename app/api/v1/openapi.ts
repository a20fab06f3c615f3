import { z } from 'zod';
import { apiMessages } from '#app/_messages/api.ts';
import { verdictCodes } from '#judge/verdict.ts';
import { type ErrorCode, statusOf } from '../_http/errors.ts';
import {
  draft,
  error,
  id,
  line,
  practice,
  practiceOutcomes,
  practiceSettings,
  problem,
  rejudging,
  rejudgingPreview,
  standing,
  submission,
  summary,
  token,
  wholeAccount,
} from './answers.ts';
import { keepOperations } from './keep-operations.ts';
import { mockOperations } from './mocks/operations.ts';
import { inPath, type Operation, writing } from './operation.ts';
import {
  applyBody,
  choiceBody,
  draftBody,
  practiceBody,
  practiceSettingsBody,
  rejudgeBody,
  shareBody,
  submitBody,
  tokenBody,
} from './schemas.ts';

/** To all others there is no such door. */
const teaching: ErrorCode[] = ['not_found', 'cross_site'];

const operations: Record<string, Record<string, Operation>> = {
  '/api/v1/submissions': {
    post: {
      summary: 'Submit a solution',
      body: submitBody,
      answer: { status: 202, schema: z.object({ id, status: z.literal('queued') }) },
      errors: [...writing, 'not_found', 'rate_limited', 'too_many_pending', 'queue_full', 'unavailable'],
      timed: 'Milliseconds of this call: auth, body, quota, insert.',
    },
    get: {
      summary: 'Your submissions, the newest first',
      parameters: [
        { name: 'problem', in: 'query', schema: z.string().optional() },
        { name: 'before', in: 'query', schema: id.optional() },
        { name: 'limit', in: 'query', schema: z.int().min(1).max(100).optional() },
      ],
      answer: { status: 200, schema: z.object({ submissions: z.array(line), next: id.nullable() }) },
      errors: ['bad_request', 'unauthorized'],
    },
  },
  '/api/v1/submissions/{id}': {
    get: {
      summary: 'A submission',
      parameters: [inPath('id')],
      answer: { status: 200, schema: submission },
      errors: ['not_found'],
      timed:
        'Once it is judged, milliseconds by stage of its grading, sums over all tests: queue, lease, load, checker, compile, sandbox, begin, test, compare, validate, diagnose, tell. Stages overlap.',
    },
    patch: {
      summary: 'Let anyone with the address read it, or not',
      parameters: [inPath('id')],
      body: shareBody,
      answer: { status: 200, schema: submission },
      errors: [...writing, 'not_found'],
    },
  },
  '/api/v1/submissions/{id}/events': {
    get: {
      summary:
        'Server-sent events: status (with `ahead`, how many are judged before it), unattended (no judge is at work), test, verdict; resumable by Last-Event-ID',
      parameters: [inPath('id'), { name: 'last-event-id', in: 'header', schema: z.string().optional() }],
      answer: { status: 200, type: 'text/event-stream' },
      errors: ['not_found'],
    },
  },
  '/api/v1/problems': {
    get: {
      summary: 'All problems',
      answer: { status: 200, schema: z.object({ problems: z.array(summary) }) },
      errors: [],
      open: true,
    },
  },
  '/api/v1/problems/{slug}': {
    get: {
      summary: 'A problem; never its secret tests',
      parameters: [inPath('slug')],
      answer: { status: 200, schema: problem },
      errors: ['not_found'],
      open: true,
    },
  },
  '/api/v1/drafts/{slug}': {
    get: {
      summary: 'Saved states of your editor',
      parameters: [inPath('slug')],
      answer: { status: 200, schema: z.object({ drafts: z.array(draft) }) },
      errors: ['unauthorized'],
    },
    put: {
      summary: 'Save the state of your editor',
      parameters: [inPath('slug')],
      body: draftBody,
      answer: { status: 200, schema: draft },
      errors: [...writing, 'not_found', 'rate_limited'],
    },
  },
  '/api/v1/practice': {
    get: {
      summary: 'What is due today, and how each grade would schedule it',
      answer: { status: 200, schema: practice },
      errors: ['unauthorized'],
    },
  },
  '/api/v1/standing': {
    get: {
      summary:
        'Questions you have practised, problems you have tried or solved, what practice has for today; nothing for who has no account',
      answer: { status: 200, schema: standing },
      errors: [],
      open: true,
    },
  },
  '/api/v1/practice/entries': {
    post: {
      summary: 'Grades and other acts on your cards, also late and in any order',
      body: practiceBody,
      answer: { status: 200, schema: practiceOutcomes },
      errors: [...writing, 'rate_limited'],
    },
  },
  '/api/v1/practice/settings': {
    put: {
      summary: 'Your limits, time zone and interview',
      body: practiceSettingsBody,
      answer: { status: 200, schema: practiceSettings },
      errors: [...writing, 'rate_limited'],
    },
  },
  ...keepOperations,
  ...mockOperations,
  '/api/v1/export': {
    get: {
      summary: 'Everything that is kept of your account',
      answer: { status: 200, schema: wholeAccount },
      errors: ['unauthorized', 'rate_limited'],
    },
  },
  '/api/v1/rejudgings': {
    post: {
      summary: 'For instructors: judge submissions again as a set',
      body: rejudgeBody,
      answer: { status: 201, schema: z.object({ id, count: z.int() }) },
      errors: [...teaching, 'bad_request', 'too_large', 'unsupported_media'],
    },
    get: {
      summary: 'For instructors: all sets, the newest first',
      parameters: [
        { name: 'before', in: 'query', schema: id.optional() },
        { name: 'limit', in: 'query', schema: z.int().min(1).max(100).optional() },
      ],
      answer: { status: 200, schema: z.object({ rejudgings: z.array(rejudging), next: id.nullable() }) },
      errors: ['bad_request', 'not_found'],
    },
  },
  '/api/v1/rejudgings/count': {
    post: {
      summary: 'For instructors: how many submissions a choice would judge again',
      body: choiceBody,
      answer: { status: 200, schema: z.object({ count: z.int() }) },
      errors: [...teaching, 'bad_request', 'too_large', 'unsupported_media'],
    },
  },
  '/api/v1/rejudgings/{id}': {
    get: {
      summary: 'For instructors: progress, old verdicts against new, and a page of what differs',
      parameters: [
        inPath('id'),
        { name: 'old', in: 'query', schema: z.enum(verdictCodes).optional() },
        { name: 'new', in: 'query', schema: z.enum(verdictCodes).optional() },
        { name: 'after', in: 'query', schema: id.optional() },
        { name: 'limit', in: 'query', schema: z.int().min(1).max(200).optional() },
      ],
      answer: { status: 200, schema: rejudgingPreview },
      errors: ['bad_request', 'not_found'],
    },
  },
  '/api/v1/rejudgings/{id}/apply': {
    post: {
      summary: 'For instructors: give the submissions their new results',
      parameters: [inPath('id')],
      body: applyBody,
      answer: {
        status: 200,
        schema: z.object({ applied: z.int(), conflicts: z.int(), leftOut: z.int() }),
      },
      errors: [...teaching, 'bad_request', 'unfinished', 'decided', 'too_large', 'unsupported_media'],
    },
  },
  '/api/v1/rejudgings/{id}/discard': {
    post: {
      summary: 'For instructors: give a set up; no submission changes',
      parameters: [inPath('id')],
      answer: { status: 200, schema: z.object({ state: z.literal('discarded') }) },
      errors: [...teaching, 'decided'],
    },
  },
  '/api/v1/tokens': {
    get: {
      summary: 'Your API tokens',
      answer: { status: 200, schema: z.object({ tokens: z.array(token) }) },
      errors: ['unauthorized'],
    },
    post: {
      summary: 'Make an API token; it is shown this once',
      body: tokenBody,
      answer: { status: 201, schema: token.extend({ token: z.string() }) },
      errors: [...writing, 'forbidden', 'rate_limited', 'too_many_tokens'],
    },
  },
  '/api/v1/tokens/{id}': {
    delete: {
      summary: 'Revoke an API token',
      parameters: [inPath('id')],
      answer: { status: 204 },
      errors: ['unauthorized', 'cross_site', 'not_found'],
    },
  },
};

/** The description of `/api/v1` (OpenAPI 3.1), made from the schemas that the routes parse by. */
export function openApi(): Record<string, unknown> {
  const paths = Object.entries(operations).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, describe(operation)])),
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Whetstone',
      version: '1',
      description: 'Messages come in English or Chinese, by Accept-Language.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{ token: [] }, { session: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'better-auth.session_token',
          description:
            'Over https `__Secure-better-auth.session_token`. Writes have to come from a page of the site.',
        },
      },
      schemas: { Error: json(error) },
    },
  };
}

function describe({
  summary: text,
  body,
  answer,
  errors,
  parameters,
  open,
  timed,
}: Operation): Record<string, unknown> {
  const status = answer?.status ?? 200;
  const content = answer?.schema
    ? { 'application/json': { schema: json(answer.schema) } }
    : answer?.type && { [answer.type]: { schema: { type: 'string' } } };
  const codes = [...new Set(errors.map((code) => statusOf[code]))];
  return {
    summary: text,
    ...(open && { security: [] }),
    ...(parameters && {
      parameters: parameters.map(({ name, in: place, schema }) => ({
        name,
        in: place,
        required: place === 'path',
        schema: json(schema),
      })),
    }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: json(body) } } } }),
    responses: {
      [status]: { description: text, headers: headersOf(timed), ...(content && { content }) },
      ...Object.fromEntries(codes.map((code) => [code, refusal(errors, code)])),
    },
  };
}

function headersOf(timed: string | undefined) {
  const schema = { type: 'string' };
  return {
    'X-Request-Id': {
      description: "The call's id in our logs: your own, of up to 64 letters, digits, - and _, or a new one.",
      schema,
    },
    ...(timed !== undefined && { 'Server-Timing': { description: timed, schema } }),
  };
}

const retryAfter = { description: 'Seconds until it is worth trying again', schema: json(z.int().min(1)) };

function refusal(errors: ErrorCode[], status: number) {
  const description = errors
    .filter((code) => statusOf[code] === status)
    .map((code) => apiMessages.en[code])
    .join(' ');
  const waiting = status === 429 || status === 503;
  return {
    description,
    ...(waiting && { headers: { 'retry-after': retryAfter } }),
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
}

function json(schema: z.ZodType) {
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
}
