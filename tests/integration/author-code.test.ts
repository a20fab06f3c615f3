import { afterAll, beforeAll, expect, test } from 'vitest';
import { submit } from '#judge/api.ts';
import type { LogLevel } from '#judge/log.ts';
import { prepare } from '#judge/prepare.ts';
import { publish } from '#judge/publish.ts';
import { createWorker } from '#judge/worker.ts';
import { withDatabase } from '#tests/harness/database.ts';
import { openTestStations, type TestStations } from '#tests/harness/stations.ts';
import { packageWith, readMistakes, solution } from '../hostile/author-code.ts';

let stations: TestStations;
beforeAll(async () => {
  stations = await openTestStations();
});
afterAll(() => stations.close());

/** What the mistake says, where its author looks for it. */
const said = {
  'plain/01-validator-throws': /forgot a case/,
  'plain/03-validator-answers-nonsense': /./,
  'plain/12-driver-throws': /a driver that throws as it loads/,
  'tf/02-validator-answers-a-tensor': /./,
};

test.each(Object.entries(said))(
  '%s: a judge error for who solves, and its message for its author',
  async (name, message) => {
    const mistake = readMistakes().find((one) => one.name === name);
    if (mistake?.verdict !== 'JE') throw new Error(`${name} is not in the corpus as a judge error`);
    await withDatabase(async ({ db }) => {
      const pkg = await packageWith(mistake.runtime, mistake);
      const problem = await prepare(pkg, stations);
      await publish(pkg, { problem, computedBy: 'the test' }, db);
      await db.user.create({ data: { id: 'solver', name: 'Solver', email: 'solver@example.org' } });
      const reply = await submit(db, { userId: 'solver', problem: pkg.slug, source: solution });
      if (reply.kind !== 'queued') throw new Error(reply.kind);
      const told: { level: LogLevel; message: string; fields?: Record<string, unknown> }[] = [];
      const worker = createWorker({
        db,
        stations,
        judge: 'a',
        log: (level, text, fields) => told.push({ level, message: text, ...(fields && { fields }) }),
      });
      // Once more by the queue, in case it was chance.
      await expect(worker.gradeSubmission(reply.id)).rejects.toThrow();
      await worker.gradeSubmission(reply.id);
      const row = await db.submission.findUniqueOrThrow({ where: { id: reply.id } });
      expect(row).toMatchObject({ status: 'done', verdict: 'JE', score: 0, failures: 1 });
      expect(JSON.stringify(row.result)).not.toMatch(/forgot a case|as it loads/);
      const failures = told.filter(({ level }) => level === 'error');
      expect(failures).toHaveLength(2);
      for (const { fields } of failures) {
        const cause = fields?.['cause'];
        expect(cause).toMatchObject({ code: expect.stringMatching(/^(AUTHOR_CODE|DRIVER_BROKEN)$/) });
        expect(cause instanceof Error ? cause.message : '').toMatch(message);
      }
    });
  },
);
