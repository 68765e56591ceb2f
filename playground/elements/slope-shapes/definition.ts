// What `<slope-shapes>` can be set to, and its situations.

import type { ExperimentDefinition } from '../../base/definition.ts';
import type { ChoiceSetting, NumberSetting, Presets, TextSetting } from '../../base/settings.ts';
import { Catalog } from '../../i18n/catalog.ts';
import { type ShapesMessages, shapesEnglish } from './messages.en.ts';

export const operations = ['reshape', 'transpose', 'matmul', 'add'] as const;
export type Operation = (typeof operations)[number];

const MAX_AXES = 4;
const MAX_SIZE = 100_000;

/** "2, 3, 4": one to four sizes; a −1 in a wanted shape is what is left. Undefined when it is something else. */
export function parseShape(text: string, open = false): readonly number[] | undefined {
  const parts = text
    .replace(/[()[\]]/g, '')
    .split(/[,×x]/)
    .map((part) => part.trim());
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  const sizes = parts.map((part) => Number(part || 'nothing'));
  const fits = sizes.every((n) => Number.isInteger(n) && ((n >= 1 && n <= MAX_SIZE) || (open && n === -1)));
  return fits && sizes.length <= MAX_AXES && sizes.filter((n) => n === -1).length <= 1 ? sizes : undefined;
}

const operation: ChoiceSetting<Operation> = {
  kind: 'choice',
  attribute: 'operation',
  query: 'op',
  rebuilds: false,
  default: 'reshape',
  options: operations,
};

const shape = (attribute: string, value: string, open: boolean): TextSetting => ({
  kind: 'text',
  attribute,
  query: attribute,
  rebuilds: false,
  default: value,
  normalise: (text) => parseShape(text, open)?.join(','),
});

/** Where on the road of an image one stands. */
const station: NumberSetting = {
  kind: 'number',
  attribute: 'station',
  query: 'station',
  rebuilds: false,
  integer: true,
  default: 1,
  min: 1,
  max: 7,
};

export const shapesSettings = { operation, a: shape('a', '2,6', false), b: shape('b', '3,4', true), station };
export type ShapesSettings = typeof shapesSettings;

export const shapesPresets: Presets<ShapesSettings> = {
  reshape: {},
  'reshape-error': { b: '5,2' },
  transpose: { operation: 'transpose', a: '2,5' },
  matmul: { operation: 'matmul', a: '2,3', b: '3,4' },
  'matmul-error': { operation: 'matmul', a: '2,3', b: '2,4' },
  broadcast: { operation: 'add', a: '3,4', b: '4' },
  'broadcast-error': { operation: 'add', a: '3,4', b: '3' },
  layer: { operation: 'matmul', a: '512,784', b: '784,100', station: 4 },
};

export const shapesDefinition: ExperimentDefinition<ShapesSettings, ShapesMessages> = {
  settings: shapesSettings,
  presets: shapesPresets,
  defaultPreset: 'reshape',
  catalog: new Catalog<ShapesMessages>(shapesEnglish, {
    fr: async () => (await import('./messages.fr.ts')).shapesFrench,
  }),
};
