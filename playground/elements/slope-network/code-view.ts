// The program that is the network: written from the settings, and read back into them while somebody types.

import { html, type TemplateResult } from 'lit';
import type { Values } from '../../base/settings.ts';
import { stepSection, type View } from '../../base/view.ts';
import { formatLayers } from './architecture.ts';
import { codeEditor } from './code-editor.ts';
import type { NetworkSettings } from './definition.ts';
import { resizeFeatures } from './features.ts';
import { type KerasError, type KerasNetwork, writeKeras } from './keras.ts';
import type { NetworkMessages } from './messages.en.ts';
import type { NetworkPlan } from './model.ts';

/** What stands in the field when it is not what the figure would write. */
export interface Draft {
  readonly text: string;
  readonly error: KerasError | undefined;
}

export function codeStep(
  { t }: View<NetworkMessages>,
  draft: Draft | undefined,
  written: string,
  typed: (text: string) => void,
  writeAgain: () => void,
): TemplateResult {
  const words = t.code;
  const error = draft?.error;
  return stepSection(
    'code',
    undefined,
    words.title,
    html`${codeEditor({
      id: 'keras',
      label: words.label,
      text: draft?.text ?? written,
      lines: 8,
      error: error && words.error(error),
      errorLine: error?.line,
      changed: typed,
    })}
      <div id="keras-status" role="status">
        ${
          error
            ? html`<p class="field-error" data-code-error>${words.line(error.line)}${words.error(error)} ${words.kept}
                <button type="button" class="quiet small" @click=${writeAgain}>${words.writeAgain}</button></p>`
            : html`<p class="hint">${words.hint} ${words.fits}</p>`
        }
      </div>`,
  );
}

export function kerasText(values: Readonly<Values<NetworkSettings>>, { features, hidden, head }: NetworkPlan): string {
  const { optimizer, learningRate, batchSize, epochs, l2 } = values;
  return writeKeras({
    inputs: features.length,
    features: features.map(({ numpy }) => numpy),
    hidden,
    output: head,
    optimizer,
    learningRate,
    batchSize,
    epochs,
    l2,
  });
}

/** The settings that make the network of a program; one activation for all layers is said once. */
export function settingsOf(
  { inputs, hidden, output, ...training }: KerasNetwork,
  present: NetworkPlan,
  usual: Values<NetworkSettings>['activation'],
): Partial<Values<NetworkSettings>> {
  const first = hidden[0]?.activation ?? usual;
  const common = hidden.every(({ activation }) => activation === first);
  const layers = hidden.map(({ units, activation }) => (common ? { units } : { units, activation }));
  const chosen = resizeFeatures(present.features, inputs) ?? present.features;
  return {
    ...(common && { activation: first }),
    ...(output !== 'linear' && { output }),
    layers: formatLayers(layers),
    features: chosen.map(({ id }) => id).join(','),
    ...training,
  };
}
