// Registers `<slope-batches>`.

import { SlopeBatches } from './slope-batches.ts';

if (!customElements.get('slope-batches')) customElements.define('slope-batches', SlopeBatches);
