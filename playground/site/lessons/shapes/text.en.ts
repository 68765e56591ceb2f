// The lesson on shapes in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { layer } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Shapes',
  question: 'Half of all errors in a first network are about shapes. What do they say?',
  opening: html`<p>Everything that flows through a network is a block of numbers, and a block has a shape: how many along each axis. An image is
      (28, 28), sixty thousand of them are (60000, 28, 28). Whoever can follow the shapes has understood the network’s plumbing, before any number
      is computed.</p>
    <p>Try an operation on a small block below, and make it fail; then follow an image on its road.</p>`,
  fallback:
    'An interactive figure: tensors as boxes and as numbers, four operations on them, and the errors of shapes that do not fit. It needs JavaScript.',
  observations: [
    {
      title: 'Reshaping moves nothing',
      body: html`<p>The numbers stay in their row in memory; only the places where a line ends are others. So it costs nothing, and so their count must
        not change. Look at the shades: they run on in the same order.</p>`,
      preset: 'reshape',
      action: 'Reshape twelve numbers',
    },
    {
      title: 'An error is a sentence to be read',
      body: html`<p>It names the operation, both shapes and what does not fit. Twelve numbers do not fill ten places: no need to guess, the two counts
        stand there.</p>`,
      preset: 'reshape-error',
      action: 'Make it fail',
    },
    {
      title: 'Transposing is not reshaping',
      body: html`<p>Both turn (2, 5) into (5, 2). But transposing changes the order, and reshaping does not. Confusing the two makes no error: it makes
        a network that learns from scrambled images.</p>`,
      preset: 'transpose',
      action: 'Transpose',
    },
    {
      title: 'Inner sizes meet and disappear',
      body: html`<p>(2, 3) times (3, 4) is (2, 4). Each number of the result is a row of A against a column of B. That is why the weights of a layer
        are (inputs, neurons).</p>`,
      preset: 'matmul',
      action: 'Multiply two matrices',
    },
    {
      title: 'A bias is broadcast',
      body: html`<p>One row of biases is added to 512 rows at once, without 512 copies of it. Sizes are compared from the right, and a 1 or nothing
        fits everything.</p>`,
      preset: 'broadcast',
      action: 'Add a row to each row',
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${layer}
      <dl class="legend">
        ${legendLine('x', symbol('X'), 'a batch: 512 images in rows of 784 pixels')}
        ${legendLine('w', symbol('W'), 'a column of 784 weights for each of 100 neurons')}
        ${legendLine('b', symbol('b'), 'a bias for each neuron, broadcast to all 512 rows')}
        ${legendLine('y', symbol('Y'), '100 numbers for each image: what the next layer sees')}
      </dl>
    </div>`,
  code: 'These programs do the operation above. Where it fails here, it fails there, in other words.',
  teacher: html`<p>Let students predict each shape on the road before the image goes on; the 512 that is never touched is the point to dwell on. The
      engine’s sentences are English here as everywhere in programming; below each stands why. The network of the road is that of the
      <a href="../basic-classification/">handwritten digits</a>.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-shapes preset="matmul-error" without-road&gt;&lt;/slope-shapes&gt;</code></pre>`,
};
