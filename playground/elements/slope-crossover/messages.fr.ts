// French sentences of `<slope-crossover>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { CrossoverMessages } from './messages.en.ts';

export const crossoverFrench: CrossoverMessages = frenchCatalog<CrossoverMessages>({
  title: 'Pas par seconde sur le processeur et sur le processeur graphique, selon la taille du modèle',
  presets: {
    usual: { name: 'Lots de 64', about: 'Le cas habituel : on mesure les deux, du petit réseau au grand.' },
    'one-by-one': {
      name: 'Un par un',
      about: 'Un lot d’un seul exemple donne peu à faire à la fois au processeur graphique.',
    },
    'large-batches': {
      name: 'Lots de 512',
      about: 'Beaucoup à faire à la fois : là, les processeurs graphiques sont chez eux.',
    },
  },
  settings: {
    largest: { label: 'Réseau le plus large' },
    layers: { label: 'Couches cachées' },
    batchSize: { label: 'Taille des lots' },
  },
  play: 'Mesurer',
  step: '1 taille',
  resetHint: 'Jeter les chiffres (R)',
  progress: 'Mesures',
  done: (count: string, all: string) => `${count} tailles sur ${all}`,
  measuring: (name: string, width: string) => `${name}, largeur ${width}`,
  names: { cpu: 'CPU', webgpu: 'WebGPU' },
  plot: {
    title: 'Pas par seconde',
    parameters: 'paramètres',
    steps: 'pas/s',
    none: 'Rien de mesuré encore : appuyez sur « Mesurer ».',
    summary: (sizes: string, finding: string) => `Pas par seconde de ${sizes} tailles sur les deux. ${finding}`,
    crossing: (parameters: string) => `${parameters}`,
    legend: 'Ronds bleus : CPU. Triangles orange : WebGPU. Les deux axes sont logarithmiques.',
  },
  finding: {
    title: 'Où ils se croisent',
    waiting: 'Mesurez d’abord : chaque machine a sa réponse.',
    crossing: (parameters: string) =>
      `Sur cette machine, WebGPU est plus rapide à partir d’environ ${parameters} paramètres.`,
    gpu: 'Sur cette machine, WebGPU est plus rapide à toutes les tailles mesurées.',
    cpu: 'Sur cette machine, le CPU est plus rapide à toutes les tailles mesurées.',
    lead: (times: string, name: string, parameters: string) =>
      `À ${parameters} paramètres, ${name === 'CPU' ? 'le CPU' : name} fait ${times} fois plus de pas.`,
    missing: 'Il n’y a pas de WebGPU ici : on ne peut mesurer que le CPU.',
    software:
      'Attention, le seul adaptateur est ici un adaptateur logiciel : le « processeur graphique » est encore une fois le même processeur. Sur du vrai matériel graphique, la courbe orange est ailleurs.',
    adapter: (name: string) => `Adaptateur : ${name}`,
    worker: 'Les deux travaillent hors du fil de la page : elle reste utilisable pendant les mesures.',
  },
  table: {
    title: 'Les chiffres',
    width: 'largeur',
    parameters: 'paramètres',
    ratio: 'WebGPU : CPU',
    slow: 'trop lent',
  },
  failed: (message: string) => `Une mesure a échoué : ${message}`,
  announce: (finding: string) => `Toutes les tailles sont mesurées. ${finding}`,
});
