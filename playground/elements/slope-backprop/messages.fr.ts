// French sentences of `<slope-backprop>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { BackpropMessages } from './messages.en.ts';

export const backpropFrench: BackpropMessages = frenchCatalog<BackpropMessages>({
  title: 'La rétropropagation, un exemple et une couche à la fois',
  presets: {
    xor: { name: 'XOR', about: '2-3-1 avec tanh : regardez quelques exemples pas à pas, puis laissez courir.' },
    sigmoid: {
      name: 'Des sigmoïdes dedans',
      about:
        'Leur pente vaut au plus un quart : les gradients de la première couche sont petits, et l’apprentissage est lent.',
    },
    'one-hidden': {
      name: 'Un neurone caché',
      about: 'Échoue exprès : les gradients sont justes, le réseau est trop petit.',
    },
    overshoots: {
      name: 'Un pas trop grand',
      about:
        'Échoue exprès : le gradient ne dit que la direction. Avec un taux de 20, chaque mise à jour saute par-dessus le but.',
    },
  },
  settings: {
    table: { label: 'Exemples', options: { xor: 'XOR', and: 'et', or: 'ou' } },
    hidden: { label: 'Neurones cachés' },
    activation: { label: 'Activation', options: { tanh: 'tanh', sigmoid: 'sigmoïde', relu: 'ReLU' } },
    learningRate: { label: 'Taux d’apprentissage', hint: 'Peut changer à tout moment.' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  numberError: (text: string, min: string, max: string) =>
    `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  step: { stage: '1 étape', example: '1 exemple' },
  stages: [
    'Exemple',
    'Aller : couche cachée',
    'Aller : sortie',
    'Perte',
    'Retour : sortie',
    'Retour : couche cachée',
    'Mise à jour',
  ],
  explain: {
    input: (x1: string, x2: string, y: string) => `Les entrées sont ${x1} et ${x2} ; la bonne réponse est ${y}.`,
    hidden: 'Chaque neurone caché pondère les entrées, ajoute son biais, et plie la somme.',
    output: 'Le neurone de sortie fait de même avec les neurones cachés, et tire une probabilité de la somme.',
    loss: 'La perte est petite si le réseau croyait à la bonne réponse, et grande sinon.',
    backOutput:
      'Comment changerait la perte si la somme du neurone de sortie augmentait un peu ? De là, chaque poids qui y entre reçoit sa part : le δ du neurone fois ce qui est venu par ce trait.',
    backHidden:
      'Le δ de la sortie reflue le long des traits, fois leurs poids et fois la pente de l’activation. Puis chaque poids de la première couche reçoit sa part de la même façon.',
    update: 'Chaque poids fait un pas contre son gradient, aussi long que le dit le taux d’apprentissage.',
  },
  position: (round: string, example: string) => `tour ${round}, exemple ${example} sur 4`,
  skipped: (rounds: string) => `${rounds} tours sont passés sans être dessinés.`,
  scrub: 'Historique',
  back: 'Retour',
  diagram: (stage: string) =>
    `Le réseau de deux entrées, ses neurones cachés et une sortie, avec les nombres de l’étape « ${stage} ».`,
  examples: {
    title: 'Les quatre exemples',
    input: 'entrées',
    target: 'juste',
    answer: 'réseau',
    verdict: (right: string) => `${right} justes sur 4`,
  },
  loss: { title: 'Perte moyenne d’un tour', round: 'tour' },
  calculation: 'Le calcul',
});
