// The lesson on loss functions in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { crossEntropy, huber, losses } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Loss functions',
  question: 'One house was sold to a cousin at a tenth of its price. Should the model believe it?',
  opening: html`<p>Training makes one number small: the loss. Which number that is, is your choice, and it decides whom the model listens to. The most
      common choice squares each error; another takes its size as it is; a third, named after Peter Huber, squares small errors and not large ones.</p>
    <p>Below, three lines are fitted to the same fifteen points, one by each loss. Press <em>Fit</em>, then drag the ring.</p>`,
  fallback:
    'An interactive figure: fifteen points, one of them far off, and three lines fitted by three losses. It needs JavaScript.',
  observations: [
    {
      title: 'Squares shout',
      body: html`<p>A point ten times further away costs a hundred times as much. The squared error gladly worsens fourteen points a little to
        please one a lot: in the table, most of its loss comes from that single point.</p>`,
      preset: 'far',
      action: 'Move it further away',
    },
    {
      title: 'Sizes vote',
      body: html`<p>For the absolute error each point pulls equally hard, near or far: one vote each, and the majority wins. Drag the outlier up and down:
        the blue line does not move until the point crosses it.</p>`,
      preset: 'outlier',
      action: 'Back to one outlier',
    },
    {
      title: 'Huber is between them',
      body: html`<p>With a large δ it is the squared error, with a small one the absolute error. It keeps the smooth bottom of the one, which makes
        the last steps calm, and the cool head of the other.</p>`,
    },
    {
      title: 'Where it stands matters too',
      body: html`<p>At the end of the row an outlier turns the line, as on a lever. In the middle it can only pull it down.</p>`,
      preset: 'middle',
      action: 'Put it in the middle',
    },
    {
      title: 'Classes want another loss',
      body: html`<p>For a class the output is a probability, so its error is never above 1, and a network that is completely wrong sits where the squared
        error is flat: it has no slope to learn from. Cross-entropy rises without end there, and pushes hardest where it is most wrong.</p>`,
      preset: 'sure-and-wrong',
      action: 'Be sure and wrong',
    },
  ],
  formulaTitle: 'The formulas',
  formula: html`<div class="formula">
      ${losses} ${huber} ${crossEntropy}
      <dl class="legend">
        ${legendLine('r', symbol('r'), 'how far the line misses a point: the size of ŷ − y')}
        ${legendLine('delta', symbol('δ'), 'where Huber’s loss goes over from squared to straight')}
        ${legendLine('p', symbol('p'), 'the probability that the model gives to the right class')}
      </dl>
    </div>
    <p>Whoever minimises squares predicts the mean of what is possible; whoever minimises sizes predicts the median. That is the whole difference.</p>`,
  code: 'These programs fit the three lines to the points above, the outlier where you left it.',
  teacher: html`<p>Ask before the first click: which line will move most? Then let someone drag the point through the line: squares follow all the
      time, sizes change their mind once. The <a href="../basic-regression/">house prices</a> are trained with MSE and judged by MAE: two losses in
      one table, and this is why they can disagree.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-losses preset="far" without-classes&gt;&lt;/slope-losses&gt;</code></pre>`,
};
