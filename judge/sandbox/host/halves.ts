/** Two sandboxes for one submission, where nobody else wants them. */
import type { RunRequest, TestClaim } from '../run.ts';

/** Runs a request until it is done or `stop` says that nobody listens any more. */
export type RunPart = (part: RunRequest, stop: AbortSignal) => AsyncGenerator<TestClaim>;

/**
 * Every other test to either of two runs at once; their claims in the order of the tests, as one run would tell them.
 * Each test keeps its place, so that chance is the same. Where one of the two ends early, so does the whole.
 */
export async function* runInHalves(request: RunRequest, runPart: RunPart): AsyncGenerator<TestClaim> {
  const stopping = new AbortController();
  const placed = request.tests.map((test, place) => ({ place, ...test }));
  const halves = [0, 1].map((half) =>
    ahead(runPart({ ...request, tests: placed.filter((_, i) => i % 2 === half) }, stopping.signal)),
  );
  try {
    for (let index = 0; index < placed.length; index += 1) {
      const half = halves[index % 2];
      const claim = await half?.next();
      if (!claim) return;
      yield { ...claim, index };
      // The claim of the test in which a sandbox died is the last.
      const more = index + 2 < placed.length;
      if (more && claim.outcome.kind === 'failed' && (await half?.isOver())) return;
    }
  } finally {
    stopping.abort();
    await Promise.all(halves.map((half) => half.close()));
  }
}

/** Asks for the next claim before it is wanted: a generator begins when it is first asked. */
function ahead(claims: AsyncGenerator<TestClaim>) {
  const ask = () => {
    const asked = claims.next();
    // Thrown to whoever waits for it; nobody may.
    asked.catch(() => undefined);
    return asked;
  };
  let asked = ask();
  return {
    async next(): Promise<TestClaim | undefined> {
      const { done, value } = await asked;
      if (done) return undefined;
      asked = ask();
      return value;
    },
    async isOver(): Promise<boolean> {
      return (await asked).done === true;
    },
    async close(): Promise<void> {
      await asked.catch(() => undefined);
      await claims.return(undefined);
    },
  };
}
