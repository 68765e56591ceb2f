// Registers `<slope-mnist>`.

import { SlopeMnist } from './slope-mnist.ts';

if (!customElements.get('slope-mnist')) customElements.define('slope-mnist', SlopeMnist);
