import { expect, test } from 'vitest';
import { openLine } from './in-line.ts';

/** A server that answers when it is told to. */
function slowServer() {
  const sent: boolean[] = [];
  const answers: ((arrived: boolean) => void)[] = [];
  const send = (value: boolean) => {
    sent.push(value);
    return new Promise<boolean>((resolve) => answers.push(resolve));
  };
  const answer = async (arrived = true) => {
    answers.shift()?.(arrived);
    await new Promise(setImmediate);
  };
  return { sent, send, answer };
}

test('who changes their mind and back while it is under way sends nothing more', async () => {
  const { sent, send, answer } = slowServer();
  const want = openLine(send);
  const first = want(true, false);
  expect(await Promise.all([want(false, true), want(true, false)])).toEqual([undefined, undefined]);
  await answer();
  expect(await first).toEqual({ known: true, failed: false });
  expect(sent).toEqual([true]);
});

test('what is wanted last is sent last, after the answer to what was wanted first', async () => {
  const { sent, send, answer } = slowServer();
  const want = openLine(send);
  const first = want(true, false);
  await want(false, true);
  expect(sent).toEqual([true]);
  await answer();
  expect(sent).toEqual([true, false]);
  await answer();
  expect(await first).toEqual({ known: false, failed: false });
});

test('where something does not arrive, what the server has is told, and the next try begins from there', async () => {
  const { send, answer } = slowServer();
  const want = openLine(send);
  const first = want(true, false);
  await want(false, true);
  await answer();
  await answer(false);
  expect(await first).toEqual({ known: true, failed: true });
  const second = want(false, true);
  await answer();
  expect(await second).toEqual({ known: false, failed: false });
});

test('what was taken back before it failed to arrive has not failed', async () => {
  const { send, answer } = slowServer();
  const want = openLine(send);
  const first = want(true, false);
  await want(false, true);
  await answer(false);
  expect(await first).toEqual({ known: false, failed: false });
});
