/** What there is to learn by heart: 1,000 answers of 300 tokens at a loss of 1 nat, against LoRA of rank 16 on Llama-3-8B. */
const adapter = 41_943_040;
const answerTokens = 1000 * 300;
const bitsToLearn = answerTokens * (1 / Math.log(2));
const bitsHeld = 2 * adapter;

/** Mean loss of a classifier that gives the right class one probability where it is right, another where it is wrong. */
const loss = (accuracy: number, whereRight: number, whereWrong: number) =>
  -accuracy * Math.log(whereRight) - (1 - accuracy) * Math.log(whereWrong);

/** Half the 95 % interval in points. */
const interval = (n: number, accuracy = 0.8) => 1.96 * Math.sqrt((accuracy * (1 - accuracy)) / n) * 100;

/** Two checkpoints on the same 500 examples: only one is right on these many. */
const [onlyFirst, onlySecond, examples] = [30, 45, 500];
const gain = ((onlySecond - onlyFirst) / examples) * 100;
const paired =
  (1.96 * Math.sqrt(onlyFirst + onlySecond - (onlySecond - onlyFirst) ** 2 / examples) * 100) / examples;
const unpaired = interval(examples) * Math.SQRT2;

/** Examples needed to see a difference of so many points in four of five attempts, where so many per cent are discordant. */
const needed = (discordant: number, points: number) =>
  ((1.96 + 0.8416) ** 2 * discordant * 100) / points ** 2;

const { best, again } = selectOfMany();

const leaked = (share: number) => share * 95 + (1 - share) * 70;

export const figures: [number, number][] = [
  [adapter / 1e6, 0],
  [answerTokens / 1e3, 0],
  [1 / Math.log(2), 2],
  [bitsToLearn / 1e6, 2],
  [bitsHeld / 1e6, 0],
  [bitsHeld / bitsToLearn, 0],
  [loss(0.8, 0.8, 0.3), 2],
  [loss(0.84, 0.99, 0.01), 2],
  [interval(200), 1],
  [interval(500), 1],
  [interval(2000), 1],
  [gain, 1],
  [paired, 1],
  [unpaired, 1],
  [signTest(onlyFirst, onlyFirst + onlySecond), 2],
  [(1.96 + 0.8416) ** 2, 2],
  [needed(15, 3), 0],
  [best, 1],
  [again, 1],
  [leaked(0.2), 0],
  [100 - leaked(0.2), 0],
];

export const answers: Record<string, number> = {
  'paired-size': needed(10, 2),
  'leaked-share': (79 - 0.3 * 93) / 0.7,
};

/** Probability of a split at least as uneven if both sides were equally likely. */
function signTest(fewer: number, all: number): number {
  let term = 0.5 ** all;
  let tail = 0;
  for (let k = 0; k <= fewer; k += 1) {
    tail += term;
    term = (term * (all - k)) / (k + 1);
  }
  return 2 * tail;
}

/** Twenty checkpoints, all right in 80 % of cases: the best of them on 200 examples, and the same one on 200 others. */
function selectOfMany() {
  let seed = 1;
  const uniform = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const accuracy = () => {
    let right = 0;
    for (let i = 0; i < 200; i += 1) if (uniform() < 0.8) right += 1;
    return right / 2;
  };
  let bestSum = 0;
  let againSum = 0;
  for (let run = 0; run < 500; run += 1) {
    bestSum += Math.max(...Array.from({ length: 20 }, accuracy));
    againSum += accuracy();
  }
  return { best: bestSum / 500, again: againSum / 500 };
}
