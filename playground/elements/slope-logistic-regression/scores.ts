// What a threshold makes of probabilities: the four cells of the confusion matrix, and the three ratios that people quote.

export interface Scores {
  /** `counts[truth][said]` */
  readonly counts: readonly (readonly [number, number])[];
  readonly accuracy: number;
  /** Of those said to pass, the share that does; undefined when none is said to. */
  readonly precision: number | undefined;
  /** Of those who pass, the share that is said to. */
  readonly recall: number | undefined;
}

export function scoresOf(probabilities: ArrayLike<number>, labels: ArrayLike<number>, threshold: number): Scores {
  const counts: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < labels.length; i++) {
    const said = (probabilities[i] ?? 0) >= threshold ? 1 : 0;
    counts[labels[i] ? 1 : 0][said]++;
  }
  const [[rightNo, wrongYes], [wrongNo, rightYes]] = counts;
  const ratio = (part: number, all: number): number | undefined => (all ? part / all : undefined);
  return {
    counts,
    accuracy: (rightNo + rightYes) / labels.length,
    precision: ratio(rightYes, rightYes + wrongYes),
    recall: ratio(rightYes, rightYes + wrongNo),
  };
}

export const sigmoid = (t: number): number => 1 / (1 + Math.exp(-t));
