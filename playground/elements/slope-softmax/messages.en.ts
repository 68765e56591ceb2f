// English sentences of `<slope-softmax>`.

export const softmaxEnglish = {
  title: 'From ten scores to ten probabilities',
  presets: {
    doubt: { name: 'In doubt', about: 'A 3 that could be an 8: two scores are close, and so are their probabilities.' },
    sure: { name: 'Sure', about: 'One score stands out by eight: the rest shares less than a thousandth.' },
    'sure-and-wrong': { name: 'Sure and wrong', about: 'It says 9 and the label says 4: this is what costs.' },
    equal: { name: 'No idea', about: 'Ten equal scores: a tenth each, and a loss of ln 10 = 2.303.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    scores: { label: 'Scores' },
    temperature: { label: 'Temperature' },
    truth: { label: 'Right answer' },
  } as Record<string, { label: string }>,
  play: 'Turn up the temperature',
  step: 'Warmer',
  scoresTitle: 'Scores (logits)',
  score: (digit: string) => `Score of ${digit}`,
  probabilities: 'Probabilities',
  bars: (list: string) => `Probabilities: ${list}.`,
  argmax: (digit: string, share: string) => `argmax: ${digit}, with ${share}`,
  tie: 'argmax: the first of several equal ones',
  loss: (digit: string, value: string) => `Loss, if ${digit} is right: ${value}`,
  sum: (value: string) => `Sum: ${value}`,
};

export type SoftmaxMessages = typeof softmaxEnglish;
