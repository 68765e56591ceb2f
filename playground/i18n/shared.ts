// The catalogue of the shared parts.

import { Catalog } from './catalog.ts';
import { type SharedMessages, sharedEnglish } from './shared.en.ts';

export type { SharedMessages } from './shared.en.ts';

export const sharedCatalog = new Catalog<SharedMessages>(sharedEnglish, {
  fr: async () => (await import('./shared.fr.ts')).sharedFrench,
});
