import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rootFolder } from '../config.ts';
import { readReport } from './suite.ts';

const file = join(rootFolder, 'tests/a.test.ts');

function reportOf(success: boolean, results: object[], fileResult: object = { status: 'passed' }): string {
  const passed = results.filter((result) => 'status' in result && result.status === 'passed').length;
  const testResults = [{ name: file, ...fileResult, assertionResults: results }];
  return JSON.stringify({ success, numPassedTests: passed, testResults });
}

test('a test that fails is named with its file and what was wrong', () => {
  const text = reportOf(false, [
    { fullName: 'adds', status: 'passed', failureMessages: [] },
    { fullName: 'subtracts', status: 'failed', failureMessages: ['expected 1 to be 2'] },
  ]);
  expect(readReport(text, 1)).toEqual({
    passed: 1,
    failures: ['tests/a.test.ts › subtracts\nexpected 1 to be 2'],
  });
});

test('a file that cannot be loaded is a failure', () => {
  const text = reportOf(false, [], { status: 'failed', message: 'Cannot find module' });
  expect(readReport(text, 1).failures).toEqual(['tests/a.test.ts\nCannot find module']);
});

test.each([
  ['an unhandled error', reportOf(false, [{ fullName: 'adds', status: 'passed' }]), 0],
  ['a vitest that ends badly after all passed', reportOf(true, [{ fullName: 'adds', status: 'passed' }]), 1],
  ['a vitest that leaves no report', '', 0],
  ['a report that is cut off', '{"success": tr', 0],
])('%s is a failure', (_name, text, code) => {
  expect(readReport(text, code).failures).toHaveLength(1);
});
