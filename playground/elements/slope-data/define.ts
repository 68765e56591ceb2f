// Registers `<slope-data>`.

import { SlopeData } from './slope-data.ts';

if (!customElements.get('slope-data')) customElements.define('slope-data', SlopeData);
