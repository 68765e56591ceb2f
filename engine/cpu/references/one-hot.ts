// Class indices as rows of zeros with a single one.

import type { Reference } from '../reference.ts';

export const oneHot: Reference<'oneHot'> = ({ attributes: { depth } }, [indices], y) => {
  for (let i = 0; i < y.length; i++) y[i] = indices?.[Math.floor(i / depth)] === i % depth ? 1 : 0;
};
