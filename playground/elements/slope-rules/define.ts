// Registers `<slope-rules>`.

import { SlopeRules } from './slope-rules.ts';

if (!customElements.get('slope-rules')) customElements.define('slope-rules', SlopeRules);
