// The first lesson in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { inclusion, symbolOf } from './formulas.ts';

export const english: LessonWords = {
  section: '1.1 Introduction',
  title: 'Three sets and seventy years',
  question: 'Artificial intelligence, machine learning, deep learning: what is the difference?',
  opening: html`<p>The three names are often used as if they were one. They are sets, one inside the other, and they did not come up at the same time. This page lays them out
      with the stations of their history. Every station opens the page on which its model runs, so that you can take it apart yourself.</p>
    <p>By the end of this lecture you will have gone from a line through points to a network that reads handwriting, and have moved every screw on the way.</p>`,
  fallback:
    'An interactive figure: three nested sets and a timeline from 1956 to 2022, whose stations open runnable models. It needs JavaScript.',
  observations: [
    {
      title: 'It began with one neuron',
      body: html`<p>The perceptron of 1958 had what every network still has: inputs, weights, a sum, a decision, and a rule that learns from mistakes. It runs here in the same
        way as it did then, one flower at a time.</p>`,
      preset: 'perceptron',
      action: 'Go to 1958',
    },
    {
      title: 'A limit that was proved',
      body: html`<p>A single layer cannot learn XOR. That was no opinion but a theorem, and it cost the field years. The way out was known in principle, and nobody knew how to
        walk it.</p>`,
      preset: 'controversy',
      action: 'Go to 1969',
    },
    {
      title: 'The way through the hidden layers',
      body: html`<p>Back-propagation says for every weight, however deep, in which direction it has to go. From there on the question was no longer whether one can train
        networks with hidden layers, but how large.</p>`,
      preset: 'back-propagation',
      action: 'Go to 1986',
    },
    {
      title: 'Why it took until 2012',
      body: html`<p>The ideas were there. What was missing were large amounts of labelled data, and machines that multiply matrices cheaply. Both came from elsewhere: from
        the web, and from computer games.</p>`,
      preset: 'deep',
      action: 'Go to 2012',
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${inclusion('DL', 'ML', 'AI')}
      <dl class="legend">
        <div data-term="intelligence" tabindex="0"><dt>${symbolOf('AI')}</dt><dd>artificial intelligence: also rules that people have written</dd></div>
        <div data-term="learning" tabindex="0"><dt>${symbolOf('ML')}</dt><dd>machine learning: the line through points as well as k-means</dd></div>
        <div data-term="deep" tabindex="0"><dt>${symbolOf('DL')}</dt><dd>deep learning: several layers, features included</dd></div>
      </dl>
    </div>
    <p>What is deep learning is machine learning; not the other way round.</p>`,
  code: 'The model of the station, where it fits on a page; otherwise the network for digits of this lecture, with its steps timed.',
  teacher: html`<p>Let the class sort what they know into the sets: a chess computer, a spam filter, the autofocus of a camera, a translator. The dispute is the lesson.
      Years are those of publication; most ideas had forerunners.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-timeline year="1986" without-frameworks&gt;&lt;/slope-timeline&gt;</code></pre>`,
};
