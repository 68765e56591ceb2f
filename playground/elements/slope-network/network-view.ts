// The part of the figure that draws the network, with the scale of its weights and the neuron that is open.

import { html, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import type { DiagramColumn, NodePlace, WeightPlace } from './diagram-lines.ts';
import { inspector } from './inspector.ts';
import type { Look } from './look.ts';
import type { NetworkMessages } from './messages.en.ts';
import { neuronInputs } from './neuron.ts';
import './diagram.ts';

type Handler<T> = (event: CustomEvent<T>) => void;

export interface NetworkOptions {
  readonly columns: readonly DiagramColumn[];
  readonly look: Look | undefined;
  readonly parameters: number;
  readonly chosen: NodePlace | undefined;
  readonly refusedWeights: ReadonlyMap<number, string>;
  readonly nodePointed: Handler<NodePlace | undefined>;
  readonly nodeChosen: Handler<NodePlace>;
  readonly weightChosen: Handler<WeightPlace>;
  readonly featureToggled: Handler<number>;
  readonly unitsChanged: Handler<{ layer: number; change: number }>;
  readonly layersChanged: Handler<number>;
  readonly changeWeight: (input: number, text: string) => void;
  readonly closeInspector: () => void;
}

export function networkStep({ t, f, palette }: View<NetworkMessages>, options: NetworkOptions): TemplateResult {
  const { columns, look, chosen } = options;
  const { legend } = t.network;
  const weights = look && columns.length === look.columns.length ? look.weights : [];
  return stepSection(
    'network',
    undefined,
    t.network.title,
    html`<slope-network-diagram .columns=${columns} .weights=${weights} .chosen=${chosen} .palette=${palette}
        .words=${t.network} .formats=${f} .activationNames=${t.settings.activation?.options ?? {}}
        @node-point=${options.nodePointed} @node-choose=${options.nodeChosen} @weight-choose=${options.weightChosen}
        @feature-toggle=${options.featureToggled} @units-change=${options.unitsChanged}
        @layers-change=${options.layersChanged}></slope-network-diagram>
      <div class="network-foot">
        <p class="scale"><span>${legend.negative}</span><span class="bar" role="presentation"></span><span>${legend.positive}</span>
          <span data-parameters>${t.network.parameters(f.integer(options.parameters))}</span></p>
        <p class="hint">${t.network.hint}</p>
        ${inspector(t.inspector, f, {
          neuron: chosen && look && neuronInputs(chosen, look, columns),
          refused: options.refusedWeights,
          change: options.changeWeight,
          close: options.closeInspector,
        })}
      </div>`,
  );
}
