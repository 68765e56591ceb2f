// Registers `<slope-perceptron>`.

import { SlopePerceptron } from './slope-perceptron.ts';

if (!customElements.get('slope-perceptron')) customElements.define('slope-perceptron', SlopePerceptron);
