/** Shows that something runs, and then how long it took; on standard error, so that verbs own the output. */
export async function step<T>(name: string, act: () => Promise<T> | T): Promise<T> {
  const { isTTY } = process.stderr;
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  // On a terminal the line is written over; in a log only what took long is announced.
  const announce = () => process.stderr.write(isTTY ? `  … ${name}` : `  … ${name}\n`);
  const timer = setTimeout(announce, isTTY ? 0 : 1000);
  const end = (mark: string) => {
    clearTimeout(timer);
    process.stderr.write(`${isTTY ? '\r' : ''}  ${mark} ${name}  ${seconds()}\n`);
  };
  try {
    const result = await act();
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  }
}
