// What is quicker needs no announcement.
const patienceMs = 300;

/**
 * Shows that something runs, and then how long it took; on standard error, so that verbs own the output.
 * Lines are never written over: several may run at once.
 */
export async function step<T>(name: string, act: () => Promise<T> | T): Promise<T> {
  const started = performance.now();
  const timer = setTimeout(() => process.stderr.write(`  … ${name}\n`), patienceMs);
  const end = (mark: string) => {
    clearTimeout(timer);
    process.stderr.write(`  ${mark} ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
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
