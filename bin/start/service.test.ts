import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runs } from '#tests/harness/runs.ts';
import { failed, type ServiceSpec, startService } from './service.ts';

let folder: string;
let logFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-'));
  logFile = join(folder, 'judge.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A judge that runs this and ends. */
function judge(code: string): ServiceSpec {
  return {
    name: 'judge',
    args: ['-e', code],
    environment: {},
    logFile,
    echo: false,
    graceMs: 1000,
    ready: { line: 'judge: ready' },
  };
}

async function run(spec: ServiceSpec): Promise<void> {
  const { ready, ended } = startService(spec);
  await Promise.all([ready, ended]);
}

const endOf = (path: string) => readFileSync(path, 'utf8').slice(-100);
const mebibyte = 1024 * 1024;
const full = `${'x'.repeat(8 * mebibyte)}\n`;

test('a disk that is full costs lines of the log, which is told once, and not the service or who started it', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  await run({ ...judge("console.log('judge: ready'); console.log('more')"), logFile: '/dev/full' });
  expect(told).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/^what the judge says cannot be kept in \/dev\/full, and is lost: ENOSPC/),
  );
});

test('the log of a service that runs on and on takes the place of two full ones at most', async () => {
  const code = "for (let i = 0; i < 20_000; i++) console.log('x'.repeat(1024)); console.log('judge: ready')";
  await run(judge(code));
  expect(readdirSync(folder).sort()).toEqual(['judge.log', 'judge.log.1']);
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThan(9 * mebibyte);
  expect(endOf(logFile)).toMatch(/\njudge: ready\n$/);
});

test('why the last run ended is kept where its log is full when the next one starts', async () => {
  writeFileSync(logFile, `${full}FATAL: this is why\n`);
  await run(judge("console.log('judge: ready')"));
  expect(endOf(`${logFile}.1`)).toMatch(/\nFATAL: this is why\n$/);
  expect(readFileSync(logFile, 'utf8')).toBe('judge: ready\n');
});

test('the last words of a service are told whole, also where its log was begun anew within them', () => {
  writeFileSync(`${logFile}.1`, 'FATAL: this is why\n');
  writeFileSync(logFile, 'gone\n');
  expect(() => failed(judge(''))).toThrow(/its last words \(.*\):\n\nFATAL: this is why\ngone$/);
});

test('what a service leaves behind when it ends by itself is ended as well, though nobody stops it', async () => {
  const code = `const left = require('node:child_process').spawn('sleep', ['1000'], { stdio: 'ignore' });
    left.unref();
    console.log(left.pid);
    console.log('judge: ready');`;
  await run(judge(code));
  const left = Number(readFileSync(logFile, 'utf8').split('\n')[0]);
  expect(left).toBeGreaterThan(1);
  await expect.poll(() => runs(left), { timeout: 15_000 }).toBe(false);
});
