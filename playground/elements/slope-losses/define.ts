// Registers `<slope-losses>`.

import { SlopeLosses } from './slope-losses.ts';

if (!customElements.get('slope-losses')) customElements.define('slope-losses', SlopeLosses);
