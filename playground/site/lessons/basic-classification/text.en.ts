// The lesson on handwritten digits in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { crossEntropy, softmax } from './formulas.ts';

export const english: LessonWords = {
  section: '3 Basic classification',
  title: 'Handwritten digits',
  question: 'Can a program read digits that it has never seen, written by people it has never met?',
  opening: html`<slope-digit-quiz class="margin-figure"></slope-digit-quiz>
    <p>Nobody can write down what tells a 4 from a 9: every rule meets a hand that breaks it. So we write no rule. We
      show a small network 60,000 scans with their labels, let it adjust 89,610 numbers until its answers fit, and then ask
      about 10,000 scans that it was not shown. Press <b>Train</b>; at the end, draw a digit yourself.</p>`,
  fallback:
    'An interactive figure: a network of two hidden layers learns to read handwritten digits. It needs JavaScript. After 16 epochs about 9,770 of 10,000 test digits are read correctly.',
  observations: [
    {
      title: 'The first epoch does most of the work',
      body: html`<p>118 updates, one look at every image, and more than nine in ten test digits are right. The other fifteen
        epochs fight over the remaining few percent. Point at the very left of the loss curve: the first batch costs about 2.3,
        which is ln 10, the price of guessing among ten digits.</p>`,
    },
    {
      title: 'The two curves part',
      body: html`<p>Training loss keeps falling; validation loss, measured on images that the network does not learn from,
        flattens after about ten epochs. From there on the network mostly learns its own examples by heart. That is
        <em>overfitting</em>, in its mildest form.</p>`,
    },
    {
      title: 'Its mistakes have reasons',
      body: html`<p>Find the darkest cells beside the diagonal of the matrix and press one: 4 and 9, 7 and 2, 3 and 5 share
        their strokes. The first mistakes of the gallery are those that the network was most sure of. How many would you
        have read differently from their label?</p>`,
    },
    {
      title: 'What the hidden layers buy',
      body: html`<p>Without them, each of ten neurons weighs every pixel once, for or against “its” digit. That reads about
        92.5 % of the digits and then stops, however long it trains. Open <em>What the first layer looks for</em>: you will
        recognise some of the ten.</p>`,
      preset: 'no-hidden-layer',
      action: 'Take the hidden layers away',
    },
    {
      title: 'More examples beat more patience',
      body: html`<p>With 10,000 images instead of 60,000 the training curve gets just as good, the validation curve does not:
        about 95% instead of 97.7%. Press <em>Measure</em> under <em>How much data does it need?</em>: each ten times more images
        halve the mistakes, roughly, and never stop being worth it.</p>`,
      preset: 'quick',
      action: 'Train on 10,000 images',
    },
    {
      title: 'It has doubts, and shows them',
      body: html`<p>Under step 6, change from mistakes to <em>doubts</em>: the images whose best answer had the smallest probability, right or
        wrong. Choose some and look at the ten bars. Usually two digits share nearly everything, and you would hesitate between the
        same two.</p>`,
    },
    {
      title: 'Other images, same program',
      body: html`<p>Ten kinds of clothes in the same format: nothing has to change but the data, and it is a harder question. Shirts, T-shirts,
        pullovers and coats trade places in the matrix.</p>`,
      preset: 'fashion',
      action: 'Sort clothes',
    },
    {
      title: 'What comes next: windows that slide',
      body: html`<p>Pixels in a row have forgotten who their neighbours were. A <em>convolutional layer</em> looks through small windows and uses the same few weights
        everywhere. With 60,000 images it gets 98.7% right: half the mistakes, with fewer parameters and far more arithmetic.</p>`,
      preset: 'cnn',
      action: 'Try convolutions',
    },
    {
      title: 'A step can be too long',
      body: html`<p>With a learning rate of 100 each update overshoots by so much that the next one has to be larger still.
        After a few updates the numbers overflow. Nothing is broken: go back, take a smaller step, and go on.</p>`,
      preset: 'diverges',
      action: 'Make it diverge',
    },
    {
      title: 'It only knows what it was shown',
      body: html`<p>Draw a digit small, in a corner: the picture beside the pad shows how it is cut out, scaled and centred
        first, as every MNIST digit was. Now draw a letter, or a spiral. The ten probabilities still add up to one: the network
        has no way to say “none of these”.</p>`,
    },
  ],
  formulaTitle: 'From scores to a loss',
  formula: html`<p>The last layer gives ten scores, one per digit, any numbers at all. <em>Softmax</em> makes probabilities of
      them: all positive, and together one.</p>
    <div class="formula">
      ${softmax}
      <p>The answer is the digit with the largest of them (<em>argmax</em>). To learn, the network is charged for how little it
        believed in the right digit. This is the <em>cross-entropy</em>, averaged over a batch:</p>
      ${crossEntropy}
      <dl class="legend">
        <div data-term="z" tabindex="0"><dt>${symbol('z', 'k')}</dt><dd>the score of digit ${symbol('k')}, the last layer’s output before softmax</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('p', 'k')}</dt><dd>the probability that the network gives to digit ${symbol('k')}: the bars beside your drawing</dd></div>
        <div data-term="y" tabindex="0"><dt><math><mrow><mi mathvariant="normal">y</mi><mo>(</mo><mi mathvariant="normal">i</mi><mo>)</mo></mrow></math></dt><dd>the label of image ${symbol('i')}</dd></div>
        <div data-term="m" tabindex="0"><dt>${symbol('m')}</dt><dd>the number of images in the batch, 512 in the lecture</dd></div>
        <div data-term="L" tabindex="0"><dt>${symbol('L')}</dt><dd>the loss: the curve on the left of step 5</dd></div>
      </dl>
    </div>
    <p>A digit read with probability 0.99 costs 0.01; one read with probability 0.01 costs 4.6. Being sure and wrong is what
      costs, and that is why the surest mistakes stand first in the gallery.</p>`,
  code: 'These programs build exactly the network above, with the settings that it has now. Change a setting and they change.',
  teacher: html`<p>The original notebook reaches 97.7 or 97.8% with this network, depending on the year; each figure is a single
      draw, because the notebook sets no seed. Here the seed is shown: with seeds 1 to 5 you can let the class find
      the spread themselves (about ± 0.15 points). The pixels are stored in 16 grey levels, which saves 40 % of the download
      and costs no accuracy that could be measured.</p>
    <p>Like the original, the figure validates on the test set. That is fine as long as nobody chooses settings by it; as soon
      as somebody tunes the layers until the test accuracy looks best, it is no test any more. A good moment to ask what a
      third set would be for.</p>
    <p>Every situation is a link: set the figure up, copy the address, send it. To put the figure into a page of your own, one
      script and one tag are enough; attributes set it up, and attributes that begin with <code>without-</code> hide parts:</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-mnist preset="quick" layers="32"
    without-init without-retrieve&gt;&lt;/slope-mnist&gt;</code></pre>`,
};
