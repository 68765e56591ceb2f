// Registers `<slope-timeline>`.

import { SlopeTimeline } from './slope-timeline.ts';

if (!customElements.get('slope-timeline')) customElements.define('slope-timeline', SlopeTimeline);
