// The hidden layers as text: "4,3" takes the common activation, "4:relu,3:tanh" names each layer's own.

import type { Activation } from './definition.ts';

export const MAX_LAYERS = 5;
export const MAX_UNITS = 10;
export const activations: readonly Activation[] = ['relu', 'tanh', 'sigmoid', 'linear'];

export interface HiddenLayer {
  readonly units: number;
  /** Undefined takes the activation of the setting. */
  readonly activation?: Activation;
}

export type LayersProblem = 'not-a-count' | 'too-large' | 'too-many' | 'activation';

export type ParsedLayers =
  | { readonly layers: readonly HiddenLayer[]; readonly problem?: undefined }
  | { readonly layers?: undefined; readonly problem: LayersProblem };

export function parseLayers(text: string): ParsedLayers {
  const parts = text.trim() === '' ? [] : text.trim().split(/\s*[,;]\s*|\s+/);
  const layers: HiddenLayer[] = [];
  for (const part of parts) {
    const [count = '', name] = part.split(':');
    const units = /^\d+$/.test(count) ? Number(count) : 0;
    if (units < 1) return { problem: 'not-a-count' };
    if (units > MAX_UNITS) return { problem: 'too-large' };
    const activation = activations.find((candidate) => candidate === name);
    if (name !== undefined && !activation) return { problem: 'activation' };
    layers.push({ units, ...(activation && { activation }) });
  }
  return layers.length > MAX_LAYERS ? { problem: 'too-many' } : { layers };
}

export const formatLayers = (layers: readonly HiddenLayer[]): string =>
  layers.map(({ units, activation }) => (activation ? `${units}:${activation}` : String(units))).join(',');

/** The layers with so many neurons more in one of them. */
export const withUnits = (layers: readonly HiddenLayer[], at: number, change: number): HiddenLayer[] =>
  layers.map((layer, i) =>
    i === at ? { ...layer, units: Math.max(1, Math.min(MAX_UNITS, layer.units + change)) } : layer,
  );

/** One layer more, like the last, or the last one less. */
export const withLayers = (layers: readonly HiddenLayer[], change: number): HiddenLayer[] =>
  change > 0 ? [...layers, { units: layers.at(-1)?.units ?? 3 }] : layers.slice(0, -1);
