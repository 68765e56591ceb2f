// Registers `<slope-peers>`.

import { SlopePeers } from './slope-peers.ts';

if (!customElements.get('slope-peers')) customElements.define('slope-peers', SlopePeers);
