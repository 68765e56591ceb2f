// The eight boxes of the loop, each with the numbers that the run left there.

import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '../../../engine/index.ts';
import type { View } from '../../base/view.ts';
import { variables } from '../../controls/variables.ts';
import { type Box, boxes } from './definition.ts';
import { HIDDEN, type Update } from './journey.ts';
import type { LoopMessages } from './messages.en.ts';
import '../../charts/pixel-image.ts';

/** Images of a batch that are shown. */
const THUMBS = 32;

export interface Scene {
  /** Where the run is. */
  readonly box: Box;
  readonly loading: boolean;
  readonly data: { readonly training: Dataset; readonly validation: Dataset } | undefined;
  /** The update that the run is at, and the one before it. */
  readonly current: Update | undefined;
  readonly before: Update | undefined;
  readonly updates: readonly Update[];
  readonly stepsPerEpoch: number;
  readonly parameters: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** The box that it halts at. */
  readonly stop: Box | 'nowhere';
  /** A training image. */
  readonly image: (index: number) => Float32Array;
  /** A box was pressed. */
  readonly pressed: (box: Box) => void;
}

type LoopView = View<LoopMessages>;

const contents: Readonly<Record<Box, (view: LoopView, scene: Scene) => unknown>> = {
  data: dataBox,
  batch: batchBox,
  model: modelBox,
  loss: lossBox,
  gradient: gradientBox,
  optimizer: optimizerBox,
  weights: weightsBox,
  validation: validationBox,
};

export function loopOf(view: LoopView, scene: Scene): TemplateResult {
  const { t } = view;
  return html`<ol class="loop">${boxes.map((box) => {
    const here = scene.box === box && !scene.loading;
    const halts = scene.stop === box;
    return html`<li class="${box} ${here ? 'here' : ''} ${box === 'validation' ? 'last' : ''}" aria-current=${here ? 'step' : nothing}>
      <button type="button" class="box" data-box=${box} aria-pressed=${halts} title=${t.haltHere(t.boxes[box])}
        @click=${() => scene.pressed(box)}>
        <span class="name">${t.boxes[box]}${halts ? html`<span class="halt">${t.halts}</span>` : nothing}</span>
        ${contents[box](view, scene)}
      </button></li>`;
  })}</ol>`;
}

/** What a box shows: this update where the run has come by already, else what the last one left there. */
function seenAt({ box: here, current, before }: Scene, box: Box): Update | undefined {
  return boxes.indexOf(box) <= boxes.indexOf(here) || here === 'data' ? current : before;
}

function dataBox({ t, f }: LoopView, { data, box, current, stepsPerEpoch }: Scene): unknown {
  if (!data) return html`<span class="soft">${t.loading}</span>`;
  const images = data.training.inputs.shape[0] ?? 0;
  const epoch = (current?.epoch ?? 0) + (box === 'data' && current ? 2 : 1);
  return html`<span class="big">${t.epoch(f.integer(epoch))}</span>
    <span class="soft">${t.data(f.integer(images), f.integer(stepsPerEpoch))}</span>`;
}

function batchBox({ t, f, palette }: LoopView, scene: Scene): unknown {
  const { data, batchSize, stepsPerEpoch, image } = scene;
  const update = seenAt(scene, 'batch');
  const samples = update?.samples ?? Array.from({ length: Math.min(THUMBS, batchSize) }, (_, i) => i);
  const shown = samples.slice(0, THUMBS);
  const labels = shown.map((index) => data?.training.targets.data[index] ?? 0);
  const from = update ? ((update.step - 1) % (stepsPerEpoch || 1)) * batchSize + 1 : 1;
  return html`<span class="thumbs" role="img" aria-label=${t.batchText(labels.join(' '))}>${shown.map(
    (index) => html`<slope-pixels .picture=${{ values: image(index), scale: 'ink', palette }}></slope-pixels>`,
  )}</span>
  <span class="soft">${t.batch(f.integer(samples.length), f.integer(from))}</span>`;
}

function modelBox({ t, f, palette }: LoopView, scene: Scene): unknown {
  const update = seenAt(scene, 'model');
  const about = html`<span class="soft">${t.model(f.integer(HIDDEN), f.integer(scene.parameters))}</span>`;
  if (!update) return about;
  const { probabilities, said, truth, samples } = update;
  return html`<span class="verdict">
      <slope-pixels .picture=${{ values: scene.image(samples[0] ?? 0), scale: 'ink', palette }}></slope-pixels>
      <span>${t.says(String(said), f.percent(probabilities[said] ?? 0, 0))},<br>${t.truth(String(truth))}</span>
    </span>
    <span class="columns" aria-hidden="true">${Array.from(
      probabilities,
      (share, digit) =>
        html`<span class=${digit === truth ? 'true' : digit === said ? 'said' : ''}><i ${variables({ '--share': share })}></i>${digit}</span>`,
    )}</span>${about}`;
}

function lossBox({ t, f }: LoopView, scene: Scene): unknown {
  const update = seenAt(scene, 'loss');
  return html`<span class="big" data-loss>${update ? f.measured(update.loss, 3) : '–'}</span><span class="soft">${t.lossAbout}</span>
    ${update ? html`<span>${t.right(f.percent(update.accuracy, 0))}</span>` : nothing}`;
}

function gradientBox({ t, f }: LoopView, scene: Scene): unknown {
  const update = seenAt(scene, 'gradient');
  return html`<span class="big">${update ? html`‖∇J‖ = ${f.measured(update.gradientNorm, 3)}` : '–'}</span><span class="soft">${t.gradientAbout}</span>
    ${update ? html`<span class="soft">${t.oneWeight}</span><span class="sum">∂J/∂w = ${f.measured(update.weight.gradient, 4)}</span>` : nothing}`;
}

function optimizerBox({ t, f }: LoopView, scene: Scene): unknown {
  const update = seenAt(scene, 'optimizer');
  const rule = html`<span class="big">w − η · ∂J/∂w</span>`;
  if (!update) return html`${rule}<span class="soft">${t.optimizerAbout}</span>`;
  const { before, gradient, after } = update.weight;
  const slope = gradient < 0 ? `(${f.measured(gradient, 4)})` : f.measured(gradient, 4);
  return html`${rule}<span class="sum">${f.measured(before, 4)} − ${f.significant(scene.learningRate)} · ${slope}<br>= <b>${f.measured(after, 4)}</b></span>
    <span class="soft">${t.optimizerAbout}</span>`;
}

function weightsBox({ t, f }: LoopView, scene: Scene): unknown {
  const update = seenAt(scene, 'weights');
  return html`<span class="big">${f.integer(scene.parameters)}</span>
    ${
      update
        ? html`<span class="soft">${t.weightsAbout}</span><span class="sum"><b>${f.measured(update.moved.mean, 5)}</b>, ${t.most(f.measured(update.moved.most, 4))}</span>`
        : nothing
    }<span class="again">↑ ${t.again}</span>`;
}

function validationBox({ t, f }: LoopView, { data, box, current, updates }: Scene): unknown {
  const last = updates.findLast(
    ({ validated, step }) => validated && (box === 'validation' || step < (current?.step ?? 0)),
  );
  const about = html`<span class="soft">${t.validationAbout(f.integer(data?.validation.inputs.shape[0] ?? 0))}</span>`;
  if (!last?.validated) return html`<span class="big">–</span>${about}<span class="soft">${t.notYet}</span>`;
  const { loss, accuracy } = last.validated;
  return html`<span class="big" data-validated>${f.percent(accuracy, 1)}</span><span>${t.validated(f.decimal(loss, 3))}</span>${about}`;
}
