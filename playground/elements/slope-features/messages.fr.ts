// French sentences of `<slope-features>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { FeaturesMessages } from './messages.en.ts';

export const featuresFrench: FeaturesMessages = frenchCatalog<FeaturesMessages>({
  title: 'Des caractéristiques faites main face à des caractéristiques apprises',
  presets: {
    circles: { name: 'Cercles', about: 'À la main, il faut une idée : les carrés. Le réseau l’a aussi, tout seul.' },
    bare: {
      name: 'Sans idée',
      about: 'Échoue exprès, à gauche : un neurone aux coordonnées nues trace une droite.',
    },
    moons: { name: 'Lunes', about: 'Quelles caractéristiques donner ici au neurone ? Le réseau ne le demande pas.' },
    xor: { name: 'Coins opposés', about: 'Une seule caractéristique suffit, si l’on sait laquelle : le produit.' },
    spiral: {
      name: 'Spirale',
      about: 'Échoue exprès, à gauche : sept caractéristiques, et toujours pas de spirale.',
    },
  },
  settings: {
    data: { label: 'Les points', options: { circles: 'cercles', moons: 'lunes', xor: 'coins', spiral: 'spirale' } },
    features: { label: 'Caractéristiques faites main' },
    units: { label: 'Neurones par couche' },
    layers: { label: 'Couches cachées' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  numberError: (text: string, min: string, max: string) =>
    `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  failed: (message: string) => `L’entraînement s’est arrêté : ${message}`,
  play: 'Entraîner les deux',
  epoch: '1 époque',
  progress: 'Entraînement des deux',
  epochs: (epoch: string, epochs: string) => `époque ${epoch} sur ${epochs}`,
  announce: (hand: string, learned: string, total: string) =>
    `Faux sur ${total} points jamais vus : ${hand} à la main, ${learned} en apprenant.`,
  hand: { title: 'Faites main', about: 'Un seul neurone. Vous choisissez ce qu’il a le droit de voir.' },
  learned: {
    title: 'Apprises',
    about: 'Il ne reçoit que x₁ et x₂. Ses neurones cachés se font leurs propres caractéristiques.',
  },
  score: (wrong: string, total: string) =>
    Number(wrong) < 2 ? `${wrong} point faux sur ${total} jamais vus` : `${wrong} points faux sur ${total} jamais vus`,
  summary: (wrong: string, total: string) =>
    `Des points de deux classes, ombrés selon la réponse. ${wrong} des ${total} points jamais appris sont faux.`,
  features: 'Les caractéristiques',
  toggle: 'Appuyez pour en ajouter ou en retirer.',
  used: (name: string) => `${name}, utilisée`,
  unused: (name: string) => `${name}, non utilisée`,
  hidden: (layer: string) => `Couche cachée ${layer} : ce que chaque neurone dit de chaque point`,
  neuron: (name: string) => `Neurone ${name}`,
  parameters: (count: string) => `${count} paramètres`,
  weights: {
    heading: 'Tous les poids',
    value: 'poids',
    summary: (count: string, from: string, to: string) => `${count} poids et biais entre ${from} et ${to}.`,
    legend: 'Barres : maintenant. Ligne : avant l’entraînement.',
  },
});
