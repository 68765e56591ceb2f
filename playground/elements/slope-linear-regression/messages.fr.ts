// French sentences of `<slope-linear-regression>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { LinearMessages } from './messages.en.ts';

export const linearFrench: LinearMessages = frenchCatalog<LinearMessages>({
  title: 'Une droite aussi proche que possible de ses points',
  presets: {
    drag: {
      name: 'À la main',
      about: 'Déplacez les deux bouts de la droite jusqu’à rendre les carrés aussi petits que possible.',
    },
    lecture: {
      name: 'Les données du cours',
      about:
        '100 points autour de la droite 4 + 2x, avec un bruit de 7 : la réponse est proche de 4 et 2, jamais égale.',
    },
    'no-noise': { name: 'Sans bruit', about: 'Des points exactement sur une droite : les carrés peuvent disparaître.' },
    outlier: {
      name: 'Un point qui tire',
      about: 'Dix points sur une droite, et un qui n’y est pas : voyez ce que peut un seul carré.',
    },
    curve: {
      name: 'Pas une droite du tout',
      about: 'La même meilleure droite et presque la même erreur que « Un point qui tire ». Regardez d’abord !',
    },
  },
  settings: {
    intercept: { label: 'Ordonnée θ₀' },
    slope: { label: 'Pente θ₁' },
    count: { label: 'Nombre de points' },
    noise: { label: 'Bruit' },
    errors: { label: 'Montrer les erreurs', options: { squares: 'en carrés', segments: 'en traits', none: 'non' } },
    best: { label: 'Meilleure droite', options: { hidden: 'cachée', shown: 'visible' } },
    points: { label: 'Mes points' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  fieldError: (text) => `« ${text} » n’est pas un nombre utilisable ici.`,
  play: 'Descendre',
  stepUnit: '1 mise à jour',
  newSeedHint: 'Tirer d’autres points',
  solve: 'Résoudre exactement',
  solveHint: 'Mettre la droite où le dit l’équation normale',
  undo: 'Annuler',
  undoHint: 'Défaire le dernier changement des points',
  plane: {
    title: 'Les points et votre droite',
    leftEnd: 'le bout gauche de la droite',
    rightEnd: 'le bout droit de la droite',
    point: (number) => `point n° ${number}`,
    best: 'meilleure droite',
    summary: (count, theta0, theta1, mse) =>
      `${count} points et la droite ${theta0} + ${theta1}·x. Erreur quadratique moyenne ${mse}.`,
    readout: (x, y) => `x : ${x}, y : ${y}`,
    pointReadout: (x, y, error) => `x : ${x}, y : ${y} ; la droite le manque de ${error}`,
    hint: 'Déplacez la droite par ses anneaux, les points directement. Un clic ajoute un point ; Suppr l’enlève.',
  },
  numbers: {
    line: 'Votre droite',
    mse: 'Erreur quadratique moyenne (MSE)',
    rmse: 'Sa racine (RMSE)',
    mseAbout: 'l’aire moyenne des carrés',
    rmseAbout: 'dans l’unité de y : l’écart typique',
    bestPossible: (mse) => `plus petite possible : ${mse}`,
    reached: 'Vous avez trouvé la meilleure droite, à trois chiffres près.',
    away: (percent) => `${percent} au-dessus du plus petit possible`,
  },
  compare: {
    title: 'Trois chemins vers la droite',
    way: 'Chemin',
    intercept: 'θ₀',
    slope: 'θ₁',
    mse: 'MSE',
    hand: 'la droite telle qu’elle est',
    descent: (updates) => `descente de gradient, ${updates} mises à jour`,
    notYet: 'descente de gradient (appuyez sur Descendre)',
    exact: 'équation normale',
    truth: 'derrière les données',
    noise: (noise) => `bruit ${noise}`,
    computedOn: (name) => `Les mises à jour ont été calculées sur ${name}.`,
  },
  equation: {
    title: 'L’équation normale, avec ses nombres',
    about: (count) =>
      `Chacun des ${count} points est une ligne de X : un 1 pour l’ordonnée, et son x. Le produit XᵀX est de taille 2 × 2, quel que soit le nombre de points.`,
    none: 'Tous les points ont le même x : XᵀX n’a pas d’inverse, et aucune droite n’est la meilleure.',
    more: '⋮',
  },
  cube: {
    title: 'Ce que coûte la réponse exacte',
    about:
      'Avec n paramètres au lieu de 2, XᵀX est de taille n × n, et la résolution demande environ n³ opérations. Mesuré ici, sur votre machine :',
    measure: 'Mesurer',
    measuring: 'Mesure en cours …',
    x: 'paramètres n',
    y: 'secondes',
    guide: 'n³',
    summary: (largest, time) =>
      `Résoudre ${largest} paramètres a pris ${time} secondes ; le temps croît à peu près comme n³.`,
    nothing: 'Pas encore mesuré.',
    result: (largest, time, network, years) =>
      `${largest} paramètres : ${time}. À ce compte, les ${network} paramètres du réseau des chiffres prendraient environ ${years}.`,
    years: (years) => `${years} ans`,
    days: (days) => `${days} jours`,
    hours: (hours) => `${hours} heures`,
    minutes: (minutes) => `${minutes} minutes`,
  },
  paste: {
    title: 'Coller des points d’un tableur',
    label: 'Deux colonnes, x et y',
    use: 'Prendre ces points',
    refused: 'Aucune paire de colonnes de nombres. Un point par ligne, par exemple : 3,5 ; 7',
    used: (count) => `${count} points utilisés.`,
  },
  complete: (mse) => `La descente de gradient est arrivée : erreur quadratique moyenne ${mse}.`,
});
