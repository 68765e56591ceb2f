// Registers `<slope-shapes>`.

import { SlopeShapes } from './slope-shapes.ts';

if (!customElements.get('slope-shapes')) customElements.define('slope-shapes', SlopeShapes);
