// The lesson on learning from examples in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { classification, regression } from './formulas.ts';

export const english: LessonWords = {
  section: '1.1 Introduction',
  title: 'Learning from examples',
  question: 'Which kind is it? How much is it? One machine for both questions.',
  opening: html`<p>Nobody writes down rules here. The machine gets <em>examples</em>: homes with their size and their distance from the centre, each with the right
      answer beside it. From these it learns, and then it answers for homes that it has never seen. Learning with answers at hand is called
      <em>supervised</em>.</p>
    <p>There are two sorts of answer. A <em>kind</em>: flat or house. That is classification. A <em>quantity</em>: a price. That is regression. Swap
      the question and watch what changes in the network: only its last layer, the head, and how its mistakes are counted.</p>`,
  fallback:
    'An interactive figure: a small network learns from homes with answers and is asked about others, once for their kind and once for their price. It needs JavaScript.',
  observations: [
    {
      title: 'A kind comes with a probability',
      body: html`<p>Drag the ring through the town. Far from the border the network is sure; on the border it is fifty-fifty, and says so. There, even a
        good machine must be wrong sometimes: some flats are as large and as far out as a house.</p>`,
      preset: 'kind',
      action: 'Ask for the kind',
    },
    {
      title: 'A quantity is never quite right',
      body: html`<p>No border now, but a landscape: lines of equal price. A price is not right or wrong, it is off by so much. Homes that are off by more than €50k are
        ringed.</p>`,
      preset: 'price',
      action: 'Ask for the price',
    },
    {
      title: 'The loss sees one column',
      body: html`<p>Kind and price stand in the same table, but the loss compares with one of them only. What it does not look at cannot be learned. And if it may look at
        neither? Then nobody supervises, and one can only look for groups: that is the <a href="../k-means/">next page</a>.</p>`,
    },
    {
      title: 'Few examples, bold answers',
      body: html`<p>From six homes it learns all six without a mistake, and is as sure of itself as before. Only the homes it has never seen show what that is worth. Add
        examples with the slider, and the wrong ones melt away.</p>`,
      preset: 'few',
      action: 'Learn from six homes',
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${classification}
      ${regression}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>home number i: its size and its distance</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('y', 'i')}</dt><dd>the right answer for it: its kind, or its price</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('p')}</dt><dd>the probability that the network gives to the right kind</dd></div>
        <div data-term="yhat" tabindex="0"><dt>${symbol('ŷ')}</dt><dd>the price that the network names</dd></div>
        <div data-term="L" tabindex="0"><dt>${symbol('L')}</dt><dd>the loss: cross-entropy above, mean squared error below</dd></div>
      </dl>
    </div>
    <p>Training does the same in both cases: it changes the weights so that this one number falls.</p>`,
  code: 'Switch the question in the figure and compare: the head and the loss change, nothing else. Other random numbers build another town.',
  teacher: html`<p>The town is made up: price = (40 + 3.6 · size) · e<sup>−distance/24</sup>, houses €25k dearer, some noise. Let the class guess prices before the network does,
      and count whose mean error is smaller.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-supervised question="price" examples="25"&gt;&lt;/slope-supervised&gt;</code></pre>`,
};
