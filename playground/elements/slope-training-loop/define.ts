// Registers `<slope-training-loop>`.

import { SlopeTrainingLoop } from './slope-training-loop.ts';

if (!customElements.get('slope-training-loop')) customElements.define('slope-training-loop', SlopeTrainingLoop);
