// Registers `<slope-neuron>`.

import { SlopeNeuron } from './slope-neuron.ts';

if (!customElements.get('slope-neuron')) customElements.define('slope-neuron', SlopeNeuron);
