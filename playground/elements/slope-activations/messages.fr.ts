// French sentences of `<slope-activations>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { ActivationsMessages } from './messages.en.ts';

export const activationsFrench: ActivationsMessages = frenchCatalog<ActivationsMessages>({
  title: 'Les fonctions d’activation, leurs pentes, et ce qu’un réseau dessine avec elles',
  presets: {
    tanh: { name: 'tanh', about: 'Lisse entre −1 et 1 : huit d’entre elles dessinent une courbe lisse.' },
    relu: {
      name: 'ReLU',
      about: 'Zéro, puis tout droit : huit d’entre elles dessinent une courbe en morceaux droits.',
    },
    sigmoid: {
      name: 'Sigmoïde',
      about: 'La même forme que tanh, entre 0 et 1 ; sa pente vaut au plus un quart, et l’apprentissage est plus lent.',
    },
    linear: {
      name: 'Aucune',
      about: 'Échoue exprès : sans activation, autant de neurones qu’on veut dessinent une seule droite.',
    },
  },
  settings: {
    chosen: {
      label: 'Activation',
      options: {
        linear: 'aucune (linéaire)',
        sigmoid: 'sigmoïde',
        tanh: 'tanh',
        relu: 'ReLU',
        leakyRelu: 'ReLU à fuite',
        softplus: 'softplus',
        gelu: 'GELU',
      },
    },
    units: { label: 'Neurones cachés' },
    learningRate: { label: 'Taux d’apprentissage', hint: 'Peut changer pendant l’entraînement.' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  numberError: (text: string, min: string, max: string) =>
    `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  announce: (epoch: string, epochs: string, error: string) =>
    `Époque ${epoch} sur ${epochs} : erreur quadratique moyenne ${error}.`,
  step: { update: '1 mise à jour', epoch: '1 époque' },
  curves: {
    title: 'La fonction et sa pente',
    summary: (name: string) => `La fonction ${name} en trait plein, sa dérivée en tirets.`,
    readout: (z: string, value: string, slope: string) => `f(${z}) = ${value}, pente ${slope}`,
    sum: 'z, la somme avant elle',
    f: 'f(z)',
    slope: 'f′(z)',
    steepest: (value: string) => `Pente la plus forte entre −5 et 5 : ${value}.`,
  },
  network: {
    title: 'Ce qu’un réseau dessine avec elle',
    summary: (error: string) =>
      `Quarante points le long d’une vague, et la courbe que dessine le réseau. Erreur quadratique moyenne ${error}.`,
    x: 'x',
    y: 'y',
    hidden: 'Traits fins : ce que chaque neurone caché ajoute à la courbe.',
    loss: 'Perte (erreur quadratique moyenne)',
    training: 'Entraînement',
  },
});
