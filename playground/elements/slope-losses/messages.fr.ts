// French sentences of `<slope-losses>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { LossesMessages } from './messages.en.ts';

export const lossesFrench: LossesMessages = frenchCatalog<LossesMessages>({
  title: 'Trois fonctions de coût et une valeur aberrante',
  presets: {
    outlier: {
      name: 'Une valeur aberrante',
      about: 'Quatorze points le long d’une droite et un qui n’y est pas : trois coûts, trois avis.',
    },
    clean: { name: 'Aucune', about: 'Les quinze points le long de la droite : les trois coûts sont d’accord.' },
    far: {
      name: 'Très loin',
      about: 'Échoue exprès : deux fois plus loin, l’erreur quadratique abandonne les quatorze autres points.',
    },
    middle: {
      name: 'Au milieu',
      about: 'Le même écart au milieu des points : la droite est tirée vers le bas, mais à peine tournée.',
    },
    'sure-and-wrong': {
      name: 'Sûr et faux',
      about: 'Pour les classes : un score de −6 pour la bonne. L’erreur quadratique n’a presque rien à en dire.',
    },
  },
  settings: {
    outlier: { label: 'Valeur aberrante (x, y)', hint: 'Ou déplacez l’anneau.' },
    delta: { label: 'Le δ de Huber', hint: 'Au carré jusque-là, tout droit ensuite.' },
    score: { label: 'Score de la bonne classe' },
    seed: { label: 'Graine' },
  },
  placeError: (text) => `« ${text} » ne peut pas servir. Écrivez x de 0 à 10 et y de −6 à 18, par exemple 8.5,1.`,
  seedError: (text) => `« ${text} » ne peut pas servir. Écrivez un nombre entier.`,
  play: 'Ajuster',
  step: '5 mises à jour',
  newSeedHint: 'D’autres points',
  progress: (done, all) => `mise à jour ${done} sur ${all}`,
  names: { mse: 'quadratique', mae: 'absolue', huber: 'Huber' },
  numbers: 'Pour un nombre',
  lines: 'Trois droites pour les mêmes points',
  linesSummary: (list) => `Quinze points, dont un très écarté, et trois droites. ${list}`,
  lineText: (name, equation) => `${name} : ${equation}.`,
  outlier: 'valeur aberrante',
  readout: (x, y) => `x = ${x} ; y = ${y}`,
  cost: 'Ce que coûte un écart',
  costX: 'écart à la droite',
  costY: 'coût d’un point',
  costSummary:
    'Trois courbes selon l’écart à la droite : une parabole, un coin, et une parabole qui continue tout droit.',
  costReadout: (distance, mse, mae, huber) => `à ${distance} : quadratique ${mse}, absolue ${mae}, Huber ${huber}`,
  table: {
    loss: 'Coût',
    line: 'Sa droite',
    value: 'Moyenne',
    share: 'dont l’aberrante',
    caption: 'La part de chaque coût qui vient d’un seul point sur quinze',
  },
  classes: 'Pour une classe',
  classLoss: 'Le coût du score de la bonne classe',
  classPush: 'La force de sa poussée',
  score: 'score z de la bonne classe',
  lossAxis: 'coût',
  pushAxis: 'pente',
  crossEntropy: 'entropie croisée',
  squared: 'erreur quadratique',
  scoreHandle: 'score',
  classSummary:
    'Deux courbes selon le score de la bonne classe : vers la gauche, l’entropie croisée monte sans fin, l’erreur quadratique plafonne à 1.',
  pushSummary:
    'Deux pentes selon le score : celle de l’entropie croisée reste près de 1 à gauche, celle de l’erreur quadratique tombe à 0 des deux côtés.',
  verdict: (score, share, entropy, squared) =>
    `Un score de ${score} donne à la bonne classe une probabilité de ${share}. L’entropie croisée pousse avec ${entropy}, l’erreur quadratique avec ${squared}.`,
});
