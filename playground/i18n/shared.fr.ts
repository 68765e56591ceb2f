// French words of the parts that every experiment is built from.

import type { SharedMessages } from './shared.en.ts';
import { frenchCatalog } from './typography.ts';

export const sharedFrench: SharedMessages = frenchCatalog<SharedMessages>({
  transport: {
    label: 'Conduire l’expérience',
    play: 'Entraîner',
    pause: 'Pause',
    resume: 'Reprendre',
    more: (epochs) => `Encore ${epochs} époques`,
    step: 'Un pas',
    reset: 'Réinitialiser',
    newSeed: 'Autre graine',
    playHint: 'Lancer ou suspendre (espace)',
    stepHint: (unit) => `${unit} (→)`,
    resetHint: 'Revenir aux mêmes poids de départ (R)',
    newSeedHint: 'D’autres poids de départ',
    speed: 'Vitesse',
    speeds: { full: 'maximale', slow: 'lente', slowest: 'pas à pas' },
    keys: 'Touches dans la figure : espace lance et suspend, → fait un pas, R réinitialise.',
  },
  state: {
    loading: 'Chargement',
    ready: 'Prêt',
    waiting: 'Démarre quand les données sont là',
    preparing: 'Préparation',
    running: 'Entraînement',
    paused: 'En pause',
    complete: 'Terminé',
    diverged: 'Divergence',
    failed: 'Arrêté',
    'off-screen': 'En pause hors de l’écran',
    'hidden-tab': 'En pause pendant que l’onglet était masqué',
  },
  situation: 'Situation',
  changed: (count, f) => f.plural(count, `${count} réglage modifié`, `${count} réglages modifiés`),
  restore: 'Rétablir',
  backend: {
    name: { webgpu: 'WebGPU', cpu: 'CPU' },
    software: 'adaptateur logiciel, sans matériel graphique : les durées ne disent rien d’un vrai GPU',
    softwareShort: 'adaptateur logiciel',
    detecting: 'recherche d’un adaptateur graphique …',
    missing: (name) => `${name}, indisponible ici`,
  },
  progress: {
    epoch: (epoch, epochs) => `époque ${epoch} sur ${epochs}`,
    left: (time) => `encore ${time}`,
    speed: (rate) => `${rate} images/s`,
    announce: (epoch, epochs, accuracy) => `Époque ${epoch} sur ${epochs} : exactitude de validation ${accuracy}.`,
  },
  notices: {
    dismiss: 'Fermer',
    retry: 'Réessayer',
    reload: 'Recharger la page',
    rebuilt: (names) => `On repart d’un modèle neuf, même graine ; ce qui a changé : ${names}.`,
    resumed: {
      'off-screen': 'L’entraînement était en pause tant que la figure était hors de l’écran ; il reprend.',
      'hidden-tab': 'L’entraînement était en pause tant que l’onglet était masqué ; il reprend.',
    },
    onCpu: {
      'no-api':
        'Ce navigateur n’a pas WebGPU : l’entraînement se fait sur le processeur, plus lentement, avec les mêmes résultats. Pour utiliser le processeur graphique, ouvrez la page en https dans une version récente de Chrome, Edge, Firefox ou Safari.',
      'no-adapter':
        'Ce navigateur a WebGPU mais ne trouve pas d’adaptateur graphique : l’entraînement se fait sur le processeur, plus lentement, avec les mêmes résultats. L’accélération matérielle est peut-être désactivée dans les réglages du navigateur.',
      software:
        'Le seul adaptateur WebGPU est ici un adaptateur logiciel : l’entraînement se fait sur le processeur, plus rapide. Choisissez « WebGPU » pour prendre quand même l’adaptateur logiciel.',
    },
    webGpuMissing: {
      'no-api':
        'WebGPU est demandé, mais ce navigateur ne l’a pas. Choisissez « auto » ou « CPU » pour entraîner quand même, ou ouvrez la page en https dans une version récente de Chrome, Edge, Firefox ou Safari.',
      'no-adapter':
        'WebGPU est demandé, mais le navigateur ne trouve pas d’adaptateur graphique. Choisissez « auto » ou « CPU » pour entraîner quand même, ou activez l’accélération matérielle dans les réglages du navigateur.',
    },
    useCpu: 'Utiliser le CPU',
    deviceLost:
      'Le navigateur a repris le périphérique graphique (veille, mise à jour du pilote ou mémoire saturée). Un autre se prépare à partir de la dernière copie ; il n’y a rien à faire.',
    deviceRestored: (step) =>
      `Un nouveau périphérique graphique est là ; l’entraînement reprend à la mise à jour ${step}.`,
    deviceLostAgain:
      'Le périphérique graphique est perdu une deuxième fois. Fermez les autres onglets graphiques et rechargez la page, ou continuez sur le CPU.',
    failed: (message) => `L’entraînement s’est arrêté : ${message} Réinitialisez pour repartir des mêmes poids.`,
    refusedSetting: (label, text, used) =>
      `${label} : « ${text} », venu de l’adresse ou d’un attribut, ne convient pas ; on garde ${used}.`,
  },
  chart: {
    training: 'entraînement',
    validation: 'validation',
    batch: 'lots',
    epoch: 'époque',
    noValues: 'Pas encore de valeurs : lancez l’entraînement.',
    table: 'Tableau',
    values: (list) => `Dernières valeurs : ${list}.`,
    keyboard: 'Les flèches parcourent les valeurs.',
    at: (x) => `époque ${x}`,
  },
  plane: {
    explore: 'Les flèches déplacent un réticule, avec Maj par plus grands pas.',
    move: 'N et P passent d’un point mobile à l’autre ; Entrée le saisit et le repose.',
    add: 'Entrée ajoute un point au réticule, Maj et Entrée un point de l’autre classe.',
    remove: 'Suppr enlève le point.',
    taken: (name) => `${name} saisi ; les flèches le déplacent.`,
    placed: (name, at) => `${name} posé en ${at}.`,
    at: (x, y) => `${x} ; ${y}`,
  },
  code: {
    label: 'Le code dans trois bibliothèques',
    copy: 'Copier',
    copied: 'Copié',
    select: 'La copie n’est pas permise ici ; le texte est sélectionné, copiez-le au clavier.',
  },
  colon: ' :',
  csv: 'Enregistrer en CSV',
});
