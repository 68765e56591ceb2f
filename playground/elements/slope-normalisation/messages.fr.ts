// French sentences of `<slope-normalisation>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { NormalisationMessages } from './messages.en.ts';

export const normalisationFrench: NormalisationMessages = frenchCatalog<NormalisationMessages>({
  title: 'La même descente sur des données brutes et normalisées',
  presets: {
    ravine: {
      name: 'Ravin et cuvette',
      about:
        'Les mêmes maisons, le même algorithme, chacun à 85 % de son plus grand pas possible : l’un zigzague, l’autre est arrivé.',
    },
    gentle: {
      name: 'De plus petits pas',
      about: 'Plus de zigzag, et presque plus de progrès non plus le long du ravin.',
    },
    'over-the-limit': {
      name: 'Échoue exprès',
      about: 'Cinq pour cent au-delà de la limite : les deux remontent les parois, plus loin à chaque pas.',
    },
    'small-house': {
      name: 'Une petite maison',
      about:
        'Pour la vérification plus bas : une pièce, quarante mètres carrés. Normalisée par elle-même, elle est aussi moyenne qu’un château.',
    },
  },
  settings: {
    share: { label: 'Taux d’apprentissage, part du plus grand' },
    updates: { label: 'Mises à jour' },
    area: { label: 'Surface de la nouvelle maison' },
    rooms: { label: 'Ses pièces' },
    seed: { label: 'Graine' },
  },
  seedError: (text) => `« ${text} » ne peut pas servir. Écrivez un nombre entier.`,
  squareMetres: (area) => `${area} m²`,
  play: 'Descendre',
  step: '1 mise à jour',
  newSeedHint: 'D’autres maisons',
  progress: (done, all) => `mise à jour ${done} sur ${all}`,
  raw: 'Brut : dizaines de m², pièces',
  normalised: 'Normalisé : moyenne 0, écart type 1',
  weightArea: 'poids de la surface',
  weightRooms: 'poids des pièces',
  minimum: 'minimum',
  start: 'départ',
  summary: (loss, ratio) =>
    `Une surface de perte vue d’en haut, ${ratio} fois plus raide en travers qu’en long, et le chemin parcouru ; la perte est ${loss}.`,
  readout: (loss) => `perte ${loss}`,
  facts: (ratio, rate) => `${ratio} fois plus raide en travers qu’en long ; η = ${rate}`,
  curve: 'Ce qui reste à perdre',
  curveX: 'mise à jour',
  curveY: 'perte au-dessus de la plus petite (échelle log.)',
  curveSummary: (raw, normalised) =>
    `Perte au-dessus de la plus petite, échelle logarithmique : ${raw} sur données brutes, ${normalised} sur données normalisées.`,
  names: { raw: 'brut', normalised: 'normalisé' },
  diverged: 'Chaque pas finit plus loin qu’il n’a commencé. Sous 100 % du plus grand taux possible, cela redescend.',
  goBack: 'Prendre 85 %',
  trainFailed: (message) => `L’entraînement s’est arrêté : ${message}`,
  check: 'Les statistiques de qui ?',
  checkAbout:
    'Une nouvelle maison veut un prix. Ses deux nombres sont normalisés de trois façons, et le réseau ci-dessus, tel qu’il est, dit un prix.',
  table: {
    with: 'Normalisée avec la moyenne et l’écart type de',
    area: 'Surface',
    rooms: 'Pièces',
    price: 'Prix (k€)',
    training: '100 maisons d’entraînement',
    all: 'toutes les maisons, test compris',
    own: 'la nouvelle maison seule',
  },
  verdicts: {
    training: 'juste : ce avec quoi les poids ont été appris',
    all: 'presque pareil, mais on a regardé le test',
    own: 'toute maison est moyenne : 0 et 0, toujours le même prix',
  },
  statistics: (name, area, areaStd, rooms, roomsStd) =>
    `${name} : surface ${area} ± ${areaStd}, pièces ${rooms} ± ${roomsStd}`,
});
