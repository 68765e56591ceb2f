// French sentences of `<slope-logistic-regression>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { LogisticMessages } from './messages.en.ts';

export const logisticFrench: LogisticMessages = frenchCatalog<LogisticMessages>({
  title: 'Quels étudiants réussissent ? À chacun sa probabilité',
  presets: {
    linear: {
      name: 'Deux durées, une droite',
      about: 'Travail et sommeil, pesés et additionnés : environ 90 étudiants sur 100 bien jugés.',
    },
    nonlinear: {
      name: 'Avec carrés et cubes',
      about: 'Six colonnes au lieu de deux : la frontière se courbe, environ 94 sur 100 bien jugés.',
    },
    strict: {
      name: 'Sévère',
      about: 'Seul qui réussira très probablement est dit reçu : peu de faux espoirs, beaucoup d’oubliés.',
    },
    lenient: {
      name: 'Indulgent',
      about: 'Presque tous sont dits reçus : presque aucun oublié, beaucoup de faux espoirs.',
    },
  },
  settings: {
    features: { label: 'Colonnes de X̃', options: { linear: 'x', squares: 'x, x²', cubes: 'x, x², x³' } },
    threshold: { label: 'Seuil : reçu à partir de' },
    shown: { label: 'Étudiants', options: { training: 'entraînement', test: 'test', both: 'tous' } },
    learningRate: { label: 'Taux d’apprentissage' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  classes: ['échoue', 'réussit'],
  step: { one: '1 mise à jour', ten: '10 mises à jour' },
  training: 'Entraînement',
  map: {
    title: 'Travail et sommeil de 1 000 étudiants',
    x: 'heures de travail',
    y: 'heures de sommeil',
    half: 'frontière',
    summary: (wrong, total) =>
      `Les étudiants selon leurs heures de travail et de sommeil, sur un fond qui dit leur probabilité de réussir. ${wrong} des ${total} étudiants de test sont du mauvais côté de la frontière.`,
    readout: (work, sleep, share) => `travail ${work} h, sommeil ${sleep} h : réussit à ${share}`,
    legend: {
      fails: 'échoue',
      passes: 'réussit',
      training: 'plein : entraînement',
      test: 'creux : test',
      ringed: 'cerclé : test, mal jugé',
    },
  },
  curve: {
    title: 'D’une somme à une probabilité',
    x: 't = ΘᵀX + b',
    y: 'σ(t)',
    threshold: 'le seuil',
    summary: (threshold) => `La sigmoïde de 0 à 1 avec les étudiants de test, et le seuil ${threshold}.`,
    readout: (t, share) => `t = ${t} : σ = ${share}`,
    hint: 'Faites glisser l’anneau : la frontière bouge avec lui.',
  },
  matrix: {
    title: (count) => `Les ${count} étudiants de test`,
    caption: 'Matrice de confusion : en ligne ce qui est arrivé, en colonne ce qui fut dit.',
    truth: 'en vrai',
    said: 'dit',
    cell: (truth, said, count, total) => `en vrai ${truth}, dit ${said} : ${count} sur ${total}`,
  },
  ratios: {
    accuracy: 'Exactitude',
    precision: 'Précision',
    recall: 'Rappel',
    accuracyAbout: 'de justes, parmi tous',
    precisionAbout: 'réussissent, parmi ceux dits reçus',
    recallAbout: 'sont trouvés, parmi ceux qui réussissent',
    wrong: (wrong, total) => `${wrong} sur ${total} faux`,
  },
  table: {
    title: (count) => `La matrice X̃ : une ligne par étudiant, ${count} colonnes`,
    student: 'étudiant',
    result: 'Y',
    weights: 'Θ',
    bias: (value) => `Biais b = ${value}`,
    about:
      'Les durées sont standardisées : 0 est l’étudiant moyen. Chaque colonne a un poids ; orange augmente la probabilité, bleu la diminue.',
  },
  loss: {
    title: 'Le coût J(Θ) à chaque mise à jour',
    x: 'mise à jour',
    y: 'entropie croisée',
    training: 'entraînement',
    test: 'test',
    summary: (loss) => `Le coût est maintenant ${loss}.`,
    nothing: 'Pas encore entraîné.',
  },
});
