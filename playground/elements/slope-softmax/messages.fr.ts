// French sentences of `<slope-softmax>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { SoftmaxMessages } from './messages.en.ts';

export const softmaxFrench: SoftmaxMessages = frenchCatalog<SoftmaxMessages>({
  title: 'De dix scores à dix probabilités',
  presets: {
    doubt: {
      name: 'Dans le doute',
      about: 'Un 3 qui pourrait être un 8 : deux scores sont proches, et leurs probabilités aussi.',
    },
    sure: { name: 'Sûr', about: 'Un score domine de huit : le reste se partage moins d’un millième.' },
    'sure-and-wrong': { name: 'Sûr et faux', about: 'Il dit 9 et l’étiquette dit 4 : voilà ce qui coûte.' },
    equal: { name: 'Aucune idée', about: 'Dix scores égaux : un dixième chacun, et une perte de ln 10 = 2,303.' },
  },
  settings: {
    scores: { label: 'Scores' },
    temperature: { label: 'Température' },
    truth: { label: 'Bonne réponse' },
  },
  play: 'Monter la température',
  step: 'Plus chaud',
  scoresTitle: 'Les dix scores (logits)',
  score: (digit: string) => `Score de ${digit}`,
  probabilities: 'Probabilités',
  bars: (list: string) => `Probabilités : ${list}.`,
  argmax: (digit: string, share: string) => `argmax : ${digit}, à ${share}`,
  tie: 'argmax : le premier de plusieurs égaux',
  loss: (digit: string, value: string) => `Perte, si ${digit} est juste : ${value}`,
  sum: (value: string) => `Somme : ${value}`,
});
