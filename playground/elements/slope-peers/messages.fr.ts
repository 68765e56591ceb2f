// French sentences of `<slope-peers>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { PeersMessages } from './messages.en.ts';

export const peersFrench: PeersMessages = frenchCatalog<PeersMessages>({
  title: 'Ce moteur et d’autres bibliothèques sur le même travail',
  presets: {
    webgpu: {
      name: 'WebGPU seulement',
      about: 'Les bibliothèques qui calculent avec WebGPU, chacune face à la meilleure des autres.',
    },
    every: {
      name: 'Tous les moteurs',
      about: 'WebGL, WebAssembly et JavaScript aussi : sur un adaptateur logiciel, ils gagnent souvent.',
    },
    digits: { name: 'Chiffres', about: 'Un entraînement à trois tailles de lot, sur tous les moteurs.' },
  },
  settings: {
    against: { label: 'On compare', options: { webgpu: 'WebGPU', all: 'tous les moteurs' } },
    workload: {
      label: 'Travail',
      options: {
        all: 'tout',
        W1: 'produits de matrices',
        W2: 'régression linéaire',
        W3: 'réseau 2-8-8-1',
        W4: 'chiffres',
        W5: 'prix de maisons',
        W6: 'softmax et somme',
        W7: 'premier pas',
        W8: 'appels',
      },
    },
  },
  workloads: {
    W1: 'Produits de matrices',
    W2: 'Régression linéaire, 200 points',
    W3: 'Réseau 2-8-8-1, lots de 32',
    W4: 'Chiffres, réseau 784-100-100-10',
    W5: 'Prix de maisons, réseau 13-64-64-1',
    W6: 'Softmax et somme',
    W7: 'De l’ouverture de la page au premier pas',
    W8: 'Appels à l’interface graphique',
  },
  variants: {
    'loss read once': 'perte lue une fois',
    'loss read every step': 'perte lue à chaque pas',
    'loss read every 50': 'perte lue tous les 50 pas',
    'batch 64': 'lots de 64',
    'batch 512': 'lots de 512',
    'batch 2048': 'lots de 2048',
    'MSE and MAE': 'MSE et MAE',
    'sum of 16M': 'somme de 16 millions',
    'first step': 'premier pas',
    'bundle, gzip': 'programme, gzip',
    'forward 512×784×100': 'aller 512×784×100',
    'forward 64×784×128': 'aller 64×784×128',
    'backward Aᵀ·B 784×512×100': 'retour Aᵀ·B 784×512×100',
    'backward A·Bᵀ 512×100×784': 'retour A·Bᵀ 512×100×784',
  },
  units: { 'steps/s': 'pas/s', 'GB/s': 'Go/s', 'a step': 'par pas', KB: 'Ko' },
  play: 'Mesurer ici',
  step: '1 travail',
  resetHint: 'Jeter vos propres chiffres (R)',
  progress: 'Mesures sur cette machine',
  done: (count: string, all: string) => `${count} entraînements sur ${all} mesurés sur cette machine`,
  peers: { slope: 'Slope', jax: 'jax-js', tfjs: 'TensorFlow.js' },
  backends: { webgpu: 'WebGPU', cpu: 'CPU', auto: 'auto', wasm: 'WASM', webgl: 'WebGL' },
  measured: (adapter: string, date: string) =>
    `Mesuré sur ${adapter
      .replace('(software)', '(logiciel)')
      .replace(
        /headless Chrome on (\d+) CPU cores/,
        'Chrome sans fenêtre, $1 cœurs de processeur',
      )}${date ? `, ${date}` : ''}.`,
  software:
    'C’est un adaptateur logiciel : le processeur joue la carte graphique. Sur du vrai matériel graphique, l’ordre des bibliothèques peut être un autre.',
  axis: 'Combien de fois aussi bien que la meilleure autre bibliothèque │ : chaque trait suivant vaut dix fois plus.',
  bar: (name: string, value: string, ratio: string) =>
    `${name} : ${value}${ratio ? `, ${ratio} fois la meilleure autre bibliothèque` : ''}`,
  ratio: (value: string) => `× ${value}`,
  wrong: 'résultat faux',
  here: 'sur cette machine',
  hereMeasuring: 'mesure en cours …',
  hereNote: (adapter: string) =>
    `Votre machine${adapter ? ` (${adapter})` : ''} n’est pas celle des barres : ses chiffres sont à côté d’elles, pas parmi elles. Pour mesurer aussi les autres bibliothèques, lancez « npm run bench -- peers ».`,
  figures: 'Les barres',
  empty: 'Ces chiffres ne contiennent rien de tel.',
  failed: (message: string) => `Une mesure a échoué : ${message}`,
  loadFailed: (message: string) => `Les chiffres n’ont pas pu être chargés : ${message}`,
});
