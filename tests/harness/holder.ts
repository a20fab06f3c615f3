/** A command that takes its time with the database, until its input ends: {@link file://../integration/data-folder.test.ts}. */
import { once } from 'node:events';
import { withDatabaseUrl } from '#bin/database.ts';

const [data = ''] = process.argv.slice(2);
await withDatabaseUrl({ data }, async () => {
  process.stdout.write('has it\n');
  process.stdin.resume();
  await once(process.stdin, 'end');
});
