// Registers `<slope-softmax>`.

import { SlopeSoftmax } from './slope-softmax.ts';

if (!customElements.get('slope-softmax')) customElements.define('slope-softmax', SlopeSoftmax);
