// Registers `<slope-k-means>`.

import { SlopeKMeans } from './slope-k-means.ts';

if (!customElements.get('slope-k-means')) customElements.define('slope-k-means', SlopeKMeans);
