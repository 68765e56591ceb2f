// French words for training that goes wrong.

import type { TroubleMessages } from './trouble.en.ts';
import { frenchCatalog } from './typography.ts';

export const troubleFrench: TroubleMessages = frenchCatalog<TroubleMessages>({
  diverged: (step, rate) =>
    `La perte n’est plus un nombre depuis la mise à jour ${step}. Avec un taux d’apprentissage de ${rate}, chaque pas saute loin par-dessus le minimum, les poids grandissent jusqu’au dépassement, et tout résultat devient « NaN » (pas un nombre).`,
  began: (place, name) => `Cela a commencé dans ${place} : « ${name} ».`,
  places: {
    data: 'les données',
    layer: 'une couche',
    loss: 'la perte',
    gradient: 'un gradient',
    update: 'les nouveaux poids',
    other: 'une opération',
  },
  rewind: (rate) => `Revenir en arrière et prendre ${rate}`,
  risen: (now, first, rate) =>
    `La perte est montée à ${now}, bien plus que les ${first} du départ. Avec un taux d’apprentissage de ${rate}, chaque pas saute sans doute par-dessus le minimum, et les poids empirent au lieu de s’améliorer. Un taux plus petit aide.`,
  startAgain: (rate) => `Recommencer avec ${rate}`,
});
