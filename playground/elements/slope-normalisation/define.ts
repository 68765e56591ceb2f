// Registers `<slope-normalisation>`.

import { SlopeNormalisation } from './slope-normalisation.ts';

if (!customElements.get('slope-normalisation')) customElements.define('slope-normalisation', SlopeNormalisation);
