// French sentences of `<slope-supervised>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { SupervisedMessages } from './messages.en.ts';

export const supervisedFrench: SupervisedMessages = frenchCatalog<SupervisedMessages>({
  title: 'Les mêmes logements, le même réseau, deux questions',
  presets: {
    kind: { name: 'De quelle sorte ?', about: 'Classification : la réponse est un mot, avec une probabilité.' },
    price: { name: 'Combien ?', about: 'Régression : la réponse est une quantité, ici un prix.' },
    few: { name: 'Six exemples', about: 'Échoue exprès : six logements sont peu pour apprendre une ville.' },
    'few-prices': {
      name: 'Six prix',
      about: 'Échoue exprès : les six prix sont appris par cœur, les autres non.',
    },
  },
  settings: {
    question: { label: 'Question posée', options: { kind: 'quelle sorte ?', price: 'combien ?' } },
    examples: { label: 'Logements avec réponse', hint: 'Sur tous les autres, on ne fait que demander.' },
    home: { label: 'Logement demandé' },
    learningRate: { label: 'Taux d’apprentissage' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine', hint: 'Une autre ville, d’autres premiers poids.' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  numberError: (text: string, min: string, max: string) =>
    `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  announce: (epoch: string, epochs: string, loss: string) => `Époque ${epoch} sur ${epochs} : perte ${loss}.`,
  step: { update: '1 mise à jour', epoch: '1 époque' },
  progress: 'Entraînement',
  kinds: ['appartement', 'maison'],
  euros: (value: string) => `${value} k€`,
  plot: {
    title: 'La ville',
    size: 'surface (m²)',
    distance: 'distance au centre (km)',
    summary: (examples: string, wrong: string, unseen: string) =>
      `${examples} logements avec réponse, pleins ; ${unseen} sans, creux, dont ${wrong} reçoivent une réponse fausse.`,
    legendKind: 'Rond bleu : appartement, triangle orange : maison',
    legendPrice: 'Plus le point est gros, plus c’est cher ; lignes de même prix, telles que le réseau les voit',
    legend: 'Plein : avec réponse. Creux : jamais appris. Cerclé : réponse fausse.',
    home: 'logement demandé',
    readout: (size: string, distance: string) => `${size} m², ${distance} km`,
  },
  answer: {
    title: 'Dis-moi, qu’est-ce que c’est ?',
    titlePrice: 'Dis-moi, combien cela coûte ?',
    asked: (size: string, distance: string) =>
      `Un logement de ${size} m², à ${distance} km du centre. Tirez l’anneau pour en demander un autre.`,
    waiting: 'Il n’a encore rien appris : il devine.',
    bars: 'Probabilité de chaque sorte',
    priceAlt: (price: string) => `Prix prédit : ${price}`,
    head: {
      kind: 'tête : 2 neurones, softmax, entropie croisée',
      price: 'tête : 1 neurone, linéaire, erreur quadratique',
    },
    body: 'corps : 2 → 8 → 8, le même pour les deux questions',
  },
  score: {
    kind: (wrong: string, total: string) =>
      `${wrong} des ${total} logements jamais vus ${Number(wrong) < 2 ? 'reçoit' : 'reçoivent'} la mauvaise sorte`,
    price: (error: string, total: string) => `${error} d’écart en moyenne, pour ${total} logements jamais vus`,
    seen: {
      kind: (wrong: string, total: string) => `${wrong} de ses ${total} exemples faux`,
      price: (error: string) => `${error} d’écart pour ses exemples`,
    },
  },
  table: {
    title: 'Ce que la perte a le droit de regarder',
    examples: 'Quelques exemples',
    unseen: 'Quelques logements sans réponse',
    size: 'm²',
    distance: 'km',
    kind: 'sorte',
    price: 'prix',
    answer: 'sa réponse',
    truth: 'en vérité',
    looked: 'la réponse à apprendre',
    ignored: 'non regardé',
  },
  loss: { kind: 'Perte (entropie croisée)', price: 'Perte (erreur quadratique moyenne)' },
  series: { training: 'exemples', validation: 'jamais vus' },
});
