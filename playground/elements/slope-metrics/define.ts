// Registers `<slope-metrics>`.

import { SlopeMetrics } from './slope-metrics.ts';

if (!customElements.get('slope-metrics')) customElements.define('slope-metrics', SlopeMetrics);
