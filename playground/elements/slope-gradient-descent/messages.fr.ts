// French sentences of `<slope-gradient-descent>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { DescentMessages } from './messages.en.ts';

export const descentFrench: DescentMessages = frenchCatalog<DescentMessages>({
  title: 'Descente de gradient : une droite trouve le chemin du creux',
  presets: {
    good: {
      name: 'Un bon pas',
      about: 'η = 0,1 sur des données standardisées : droit au fond en une trentaine de mises à jour.',
    },
    slide: {
      name: 'Le tableau du cours',
      about: 'η = 0,2 et le point de départ du cours : le tableau sort au chiffre près.',
    },
    slow: {
      name: 'Trop lent',
      about: 'η = 0,005 : la bonne direction, mais après 50 mises à jour on a à peine commencé.',
    },
    overshoots: {
      name: 'Aller et retour',
      about: 'η = 0,9 : chaque pas saute par-dessus le minimum, et pourtant on arrive.',
    },
    diverges: { name: 'Échec voulu', about: 'η = 1,05 : chaque pas retombe plus loin que son point de départ.' },
    'mini-batch': {
      name: 'Mini-lots',
      about: 'Chaque mise à jour regarde 10 des 200 points : beaucoup de pas bon marché, un chemin tremblant.',
    },
    race: {
      name: 'Une course',
      about: 'Quatre optimiseurs, un ravin, le même taux d’apprentissage : qui arrive en premier ?',
    },
    'not-standardised': {
      name: 'Sans standardiser',
      about: 'Les mêmes points, x laissé entre 0 et 10 : la cuvette devient un ravin.',
    },
  },
  settings: {
    learningRate: { label: 'Taux d’apprentissage η' },
    method: {
      label: 'Chaque mise à jour regarde',
      options: { full: 'tous les points', 'mini-batch': 'un mini-lot', race: 'tous, 4 coureurs' },
    },
    batchSize: { label: 'Points par mini-lot' },
    data: { label: 'Points', options: { cloud: 'ceux du cours', random: 'au hasard', raw: 'au hasard, x brut' } },
    iterations: { label: 'Itérations' },
    updates: {
      label: 'Trouvez l’erreur : Θ est mis à jour',
      options: { 'every-step': 'à chaque itération', 'when-printing': 'seulement à l’affichage' },
    },
    start: { label: 'Départ (ordonnée, pente)', hint: 'Ou déplacez l’anneau sur le contour. Vide : plus petit y, 0.' },
    slice: { label: 'Coupe dans la cuvette selon', options: { intercept: 'θ₀, ordonnée', slope: 'θ₁, pente' } },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  fieldErrors: {
    start: (text) =>
      `« ${text} » ne convient pas. Écrivez deux nombres avec un point décimal et une virgule entre eux, par exemple -2.5,1.`,
    number: (text, min, max) => `« ${text} » ne convient pas. Écrivez un nombre de ${min} à ${max}.`,
  },
  play: 'Descendre',
  stepUnit: '1 mise à jour',
  newSeedHint: 'D’autres points, un autre ordre des lots',
  state: { running: 'Descente', complete: 'Arrivé' },
  progress: (done, all) => `mise à jour ${done} sur ${all}`,
  regimes: {
    slow: (factor) => `Chaque pas garde ${factor} de la distance selon l’axe le plus plat.`,
    good: (factor) => `Chaque pas garde ${factor} de la distance selon l’axe le plus raide.`,
    overshoots: (factor) => `Chaque pas saute le minimum et retombe de l’autre côté, à ${factor} de la distance.`,
    diverges: (factor) => `Chaque pas retombe de l’autre côté, à ${factor} de la distance. Cela ne peut qu’empirer.`,
  },
  regimeNames: { slow: 'lent', good: 'bon', overshoots: 'dépasse', diverges: 'diverge' },
  limit: (rate) => `Avec ces points, tout η au-dessus de ${rate} diverge.`,
  walkers: { sgd: 'SGD', momentum: 'inertie', adam: 'Adam', rmsprop: 'RMSprop' },
  contour: {
    title: 'La perte vue d’en haut',
    x: 'θ₀, ordonnée à l’origine',
    y: 'θ₁, pente',
    start: 'départ',
    minimum: 'minimum',
    startHandle: 'le départ de la descente',
    summary: (theta0, theta1, loss) =>
      `Lignes de niveau de l’erreur quadratique moyenne. La descente en est à l’ordonnée ${theta0}, à la pente ${theta1}, avec une perte de ${loss}.`,
    readout: (theta0, theta1, loss) => `Θ = (${theta0} ; ${theta1}) : perte ${loss}`,
    hint: 'Cliquez ou glissez pour partir d’ailleurs.',
  },
  data: {
    title: 'La droite en marche parmi les points',
    xStandardised: 'x, standardisé',
    xRaw: 'x',
    y: 'y, standardisé',
    best: 'moindres carrés',
    batch: 'cerclés : le prochain mini-lot est tiré au hasard',
    summary: (count, theta0, theta1) =>
      `${count} points et la droite ${theta0} + ${theta1}·x ; les droites pâles sont les précédentes.`,
    readout: (x, y, said) => `x ${x}, y ${y} ; la droite dit ${said}`,
    pointReadout: (x, y, error) => `x ${x}, y ${y} ; écart ${error}`,
  },
  slice: {
    title: 'Une coupe dans la cuvette : le gradient est une pente',
    loss: 'perte',
    handle: 'le point sur la courbe',
    summary: (name, at, slope) => `La perte selon ${name}, une parabole. En ${at}, sa tangente a la pente ${slope}.`,
    readout: (at, loss, slope) => `${at} : perte ${loss}, pente ${slope}`,
    sentence: (slope, step, direction) =>
      direction === 'none'
        ? 'La tangente est plate : le pas est nul, c’est le fond.'
        : `Pente ${slope}, donc −η · pente = ${step} : un pas vers la ${direction === 'right' ? 'droite' : 'gauche'}.`,
  },
  curve: {
    title: 'La perte à chaque mise à jour',
    x: 'mise à jour',
    y: 'MSE',
    least: (loss) => `plus petite possible : ${loss}`,
    summary: (first, last) => `La perte est passée de ${first} à ${last}.`,
    nothing: 'Pas encore de mise à jour.',
    readout: (step, loss) => `mise à jour ${step} : perte ${loss}`,
  },
  table: {
    title: 'La descente en nombres',
    number: '#i',
    loss: 'Perte',
    gradient: 'Gradient',
    theta: 'Thêta',
    copy: 'Copier le tableau',
    save: 'Enregistrer en CSV',
    copied: 'Copié.',
    notCopied: 'La copie n’est pas permise ici ; prenez « Enregistrer en CSV ».',
    empty: 'Rien encore : chaque mise à jour ajoute une ligne.',
    race: 'Dans une course, il y a une ligne par optimiseur.',
    optimizer: 'Optimiseur',
    updates: 'Mises à jour',
    to: 'Mises à jour jusqu’à 1 % de la perte minimale',
    notYet: 'pas encore',
    bug: {
      'when-printing': (iterations, updates) =>
        `Comme le cours l’a imprimé : Θ ne change que dans les itérations affichées, si bien que « ${iterations} itérations » font ${updates} mises à jour.`,
      'every-step': (_iterations, _updates, every) => `Θ change à chaque itération ; une sur ${every} est affichée.`,
    },
    rows: (shown, all) => `${shown} mises à jour sur ${all}`,
  },
  rules: {
    title: 'Quatre règles, et ce qu’elles retiennent',
    about: (momentum) =>
      `g est le gradient là où l’on est, (θ₀ ; θ₁) dans chaque parenthèse. Inertie ${momentum}, le même η pour tous.`,
    rule: 'Règle',
    remembers: 'Retient à présent',
    nothing: 'rien',
    point: 'Si bien que',
    points: {
      sgd: 'il va où c’est raide, même quand c’est en travers du ravin.',
      momentum:
        'ce qui change de signe s’annule, ce qui dure s’ajoute : il roule le long du ravin, et dépasse le bout.',
      rmsprop: 'chaque direction est divisée par sa taille habituelle : raide ou plate, les pas ont la même longueur.',
      adam: 'les deux : une vitesse, et une échelle propre à chaque direction. Les chapeaux corrigent le départ à zéro.',
    },
  },
  gradientCheck: {
    title: 'Deux chemins vers le même gradient',
    engine: 'par le moteur (rétropropagation)',
    formula: 'par la formule (2/m) Xᵀ(XΘ − Y)',
    difference: 'plus grand écart',
    about: 'à la dernière mise à jour',
  },
  diverged: (rate, factor) =>
    `Cela diverge : avec η = ${rate}, chaque pas multiplie par ${factor} la distance au minimum. La perte vaut déjà cent fois celle du départ.`,
  goBack: (rate) => `Recommencer avec η = ${rate}`,
  arrived: (loss) => `Arrivé : perte ${loss}.`,
  computedOn: (name) => `calculé sur ${name}`,
});
