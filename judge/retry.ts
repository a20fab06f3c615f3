/** Does again what failed, after a pause that grows from half a second to a minute. */
export type Retry = {
  /** Once, after the pause; what is under way already is not asked for twice. */
  later(): void;
  /** It went well: the next pause is short again. */
  reset(): void;
  end(): void;
};

const shortestPauseMs = 500;
const longestPauseMs = 60_000;

export function openRetry(act: () => void): Retry {
  let pauseMs = shortestPauseMs;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  return {
    later() {
      if (timer || ended) return;
      timer = setTimeout(() => {
        timer = undefined;
        act();
      }, pauseMs);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    },
    reset() {
      pauseMs = shortestPauseMs;
    },
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
