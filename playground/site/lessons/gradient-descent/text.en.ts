// The lesson on gradient descent in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { gradient, meanSquaredError, update } from './formulas.ts';

export const english: LessonWords = {
  section: '1.2 From linear regression to the first neuron',
  title: 'Gradient descent',
  question: 'You stand on a slope in thick fog and want to get down. What is the one thing you can still find out?',
  opening: html`<p>How steep the ground is under your feet. So: feel which way is down, take a step, feel again. That is all there is
      to gradient descent, and it is how every network of this lecture learns.</p>
    <p>Here the ground is the <em>loss</em> of a straight line: how badly it misses 200 points. Each place on the map is one line, given
      by two numbers, intercept and slope. Press <b>Descend</b> and watch the dot on the map and the line among the points:
      they are the same thing.</p>`,
  fallback:
    'An interactive figure: the loss of a straight line as a contour map, and gradient descent walking down to the least-squares line. It needs JavaScript.',
  observations: [
    {
      title: 'The steps shorten by themselves',
      body: html`<p>Nobody makes the learning rate smaller, and still the dots crowd together near the minimum. The step is
        η times the slope, and the bowl flattens towards its bottom. Drag the point on the parabola and watch the arrow.</p>`,
    },
    {
      title: 'The lecture’s table, digit for digit',
      body: html`<p>With η = 0.2 each update leaves 1 − 2 · 0.2 = 0.6 of the distance. Check it in the column of the intercept: −3.388,
        −2.033, −1.220 … every number is 0.6 times the one above. The first gradient must then be twice the distance.</p>`,
      preset: 'slide',
      action: 'Show the lecture’s table',
    },
    {
      title: 'Too careful',
      body: html`<p>With η = 0.005 the direction is right and the patience is gone. After 50 updates 60 % of the way is still
        ahead. Nothing is wrong; it only costs time. On a large network that time is money.</p>`,
      preset: 'slow',
      action: 'Take small steps',
    },
    {
      title: 'Jumping over the minimum',
      body: html`<p>With η = 0.9 every step lands on the other side of the valley, at 0.8 of the distance. It arrives all the
        same. At exactly 1 it would swing for ever; a hair above, and it climbs out of the bowl.</p>`,
      preset: 'overshoots',
      action: 'Take long steps',
    },
    {
      title: 'Climbing out of the bowl',
      body: html`<p>With η = 1.05 each step multiplies the distance by 1.1. Follow the orange arrow of the cut: it lands higher
        than it started. On standardised points the border is exactly η = 1, whatever the points are.</p>`,
      preset: 'diverges',
      action: 'Make it diverge',
    },
    {
      title: 'A glance instead of a look',
      body: html`<p>A mini-batch feels the slope under ten points only. Each step is twenty times cheaper and a bit wrong, so the
        path shakes, and near the minimum it never comes to rest. Make η smaller while it runs: the shaking shrinks.</p>`,
      preset: 'mini-batch',
      action: 'Use mini-batches',
    },
    {
      title: 'A ravine instead of a bowl',
      body: html`<p>Leave x in its own units, 0 to 10, and the same points make a ravine: steep across, flat along. A step that is safe across
        is tiny along. Standardising the data is not cosmetics; it makes the ground round.</p>`,
      preset: 'not-standardised',
      action: 'Do not standardise',
    },
    {
      title: 'Four ways down',
      body: html`<p>In the ravine plain descent bounces from wall to wall and hardly moves along. Momentum adds up the steps that agree and
        cancels those that do not; Adam takes steps of nearly equal length, whatever the slope. Now choose <em>the lecture’s</em> points,
        a round bowl, and η = 0.3: plain descent is hard to beat.</p>`,
      preset: 'race',
      action: 'Start the race',
    },
  ],
  formulaTitle: 'Loss, slope, step',
  formula: html`<p>The loss of a line is the mean of its squared errors (<em>mean squared error</em>, MSE); its root, the RMSE, is in
      the units of ${symbol('y')} again.</p>
    <div class="formula">
      ${meanSquaredError}
      <p>Its slope in both directions, the <em>gradient</em>, for all points at once:</p>
      ${gradient}
      <p>And the step, against the gradient, because the gradient points uphill:</p>
      ${update}
      <dl class="legend">
        ${legendLine('theta', symbol('Θ'), 'intercept θ₀ and slope θ₁: a dot on the map, a line among the points')}
        ${legendLine('residual', html`<span>( )</span>`, 'what the line misses: point here and see it at every point of the figure')}
        ${legendLine('m', symbol('m'), 'the number of points that the step looks at: 200, or one mini-batch')}
        ${legendLine('loss', symbol('J'), 'the loss: the height of the ground')}
        ${legendLine('eta', symbol('η'), 'the learning rate: how far to go for a given slope')}
      </dl>
    </div>
    <p>Nothing in the step knows about lines. Give it the slope of any loss in any number of parameters, and it walks: 2 here,
      89,610 in the network that reads digits.</p>`,
  code: 'The points, the start and the steps of the figure as it is set now. The lecture’s cloud needs no random numbers, so these programs print the same digits.',
  teacher: html`<p>The table of the slides holds a puzzle. Its rows are labelled 0, 20, … 200, and yet row 20 stands where a single step
      with η = 0.2 leads. The notebook of that week updated Θ inside the “print every twentieth time” block: 200 iterations,
      11 updates. Switch <em>Spot the bug</em> beside the table and let the class find out which row of the honest run equals the
      last row of the slide.</p>
    <p>The cloud was made to order: mean 0, variance 1, correlation √3/2 and a smallest y of −3.388. Those four numbers alone decide the
      table; where the other points lie does not matter. That is why 200 points give the digits of a million.</p>
    <p>Every situation is a link. To put the figure into a page of your own:</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-gradient-descent preset="slide" without-settings&gt;&lt;/slope-gradient-descent&gt;</code></pre>`,
};
