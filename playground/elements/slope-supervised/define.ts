// Registers `<slope-supervised>`.

import { SlopeSupervised } from './slope-supervised.ts';

if (!customElements.get('slope-supervised')) customElements.define('slope-supervised', SlopeSupervised);
