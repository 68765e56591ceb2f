// Registers `<slope-network>`.

import { SlopeNetwork } from './slope-network.ts';

if (!customElements.get('slope-network')) customElements.define('slope-network', SlopeNetwork);
