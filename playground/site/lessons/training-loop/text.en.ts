// The lesson on the training loop in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { round } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'The training loop',
  question: 'What happens, in which order, while the progress bar moves?',
  opening: html`<p>Whatever is learned, and however large the network is, training is the same short loop. Take some examples, ask the model, measure how
      wrong it is, find the slope of that for every weight, take a step, and begin again. After each round through the data, ask about examples that it
      does not learn from.</p>
    <p>Below, a small network learns to read digits. Every number in the boxes is that of the run. Press a box to make it halt there.</p>`,
  fallback:
    'An interactive figure: eight boxes from the data to the weights and back, with the numbers of a real training run. It needs JavaScript.',
  observations: [
    {
      title: 'The model does not change where it answers',
      body: html`<p>Batch, model, loss, gradient: up to there nothing is different from before, something has only been found out. One box writes: the
        optimizer, into the weights.</p>`,
      preset: 'works',
      action: 'Let it go round',
    },
    {
      title: 'The first loss is that of a guess',
      body: html`<p>Halt at the loss. It begins near 2.3, which is ln 10: ten digits, equally likely. Go on a few times: single batches jump, because each is
        another sample, and the direction is down.</p>`,
      preset: 'at-the-loss',
      action: 'Halt at the loss',
    },
    {
      title: 'The rule is the same for all 1,210 weights',
      body: html`<p>The optimizer’s box follows one of them: its old value, minus η times its own slope. All others do the same at the same moment.
        As the loss falls, the slopes do too, and the steps become small by themselves.</p>`,
    },
    {
      title: 'Validation looks, and does not touch',
      body: html`<p>After the last batch of an epoch the model is asked about 360 images. No gradient, no step: nothing flows back from this box.</p>`,
      preset: 'at-validation',
      action: 'Halt after each epoch',
    },
    {
      title: 'One knob can spoil a perfect loop',
      body: html`<p>With η = 15 every box does its duty, and the result is useless: many neurons are pushed so far that they are silent for every image. The loop
        cannot know.</p>`,
      preset: 'too-long',
      action: 'Take too long steps',
    },
  ],
  formulaTitle: 'One round',
  formula: html`<div class="formula">
      ${round}
      <dl class="legend">
        ${legendLine('x', symbol('X'), 'the batch: some examples, and Y their labels')}
        ${legendLine('f', symbol('f'), 'the model')}
        ${legendLine('theta', symbol('Θ'), 'its weights and biases')}
        ${legendLine('j', symbol('J'), 'the loss of the batch')}
        ${legendLine('eta', symbol('η'), 'the learning rate')}
      </dl>
    </div>`,
  code: 'These programs are the run above. In Keras the loop is one call; in PyTorch you write it yourself, box by box.',
  teacher: html`<p>Let the class name the next box before you press →. The speed “one by one” leaves time for it. A good question on the way: which boxes
      could be left out if we only wanted to use the finished network? (All but batch and model.)</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-training-loop stop="gradient" without-chart&gt;&lt;/slope-training-loop&gt;</code></pre>`,
};
