/** Settings as data: what may be typed, what an address carries, which slider positions there are. */
import { describe, expect, test } from 'vitest';
import {
  doublingStops,
  logStops,
  nearestStop,
  parseSetting,
  SettingsStore,
  toQuery,
} from '../../playground/base/settings.ts';
import { mnistPresets, mnistSettings } from '../../playground/elements/slope-mnist/definition.ts';

const { learningRate, batchSize, layers, optimizer } = mnistSettings;
const store = (preset = 'lecture') => new SettingsStore(mnistSettings, mnistPresets, preset);

describe('a text becomes a value or is refused', () => {
  test.each([
    ['0.01', 0.01],
    ['0,01', 0.01],
    ['1e-3', 0.001],
    [' 2 ', 2],
    ['fast', undefined],
    ['', undefined],
    ['NaN', undefined],
    ['-1', undefined],
    ['1e9', undefined],
  ])('learning rate “%s”', (text, value) => {
    expect(parseSetting(learningRate, text)).toBe(value);
  });

  test('whole numbers stay whole', () => {
    expect(parseSetting(batchSize, '1 024')).toBe(1024);
    expect(parseSetting(batchSize, '12.5')).toBeUndefined();
  });

  test('a choice knows its options, a text its canonical form', () => {
    expect(parseSetting(optimizer, 'sgd')).toBe('sgd');
    expect(parseSetting(optimizer, 'SGD')).toBeUndefined();
    expect(parseSetting(layers, ' 64 ; 32 ')).toBe('64,32');
    expect(parseSetting(layers, '100,abc')).toBeUndefined();
  });
});

describe('presets and what differs from them', () => {
  test('every preset keeps to the limits of its settings', () => {
    for (const preset of Object.values(mnistPresets)) {
      for (const [key, value] of Object.entries(preset)) {
        const setting = mnistSettings[key as keyof typeof mnistSettings];
        expect(parseSetting(setting, String(value))).toBe(value);
      }
    }
  });

  test('an address names the preset and the differences, nothing else', () => {
    const settings = store();
    expect(toQuery(settings, 'lecture').toString()).toBe('');
    settings.usePreset('quick');
    settings.assign({ learningRate: 0.01, batchSize: 128 });
    expect(settings.differences).toEqual({ learningRate: 0.01 });
    expect(toQuery(settings, 'lecture').toString()).toBe('preset=quick&lr=0.01');
  });

  test('assigning says what really changed', () => {
    const settings = store();
    expect(settings.assign({ learningRate: 0.001, epochs: 3 })).toEqual(['epochs']);
    expect(settings.assignText('layers', '100,abc')).toEqual({
      changed: [],
      refused: { key: 'layers', text: '100,abc' },
    });
    expect(settings.values.layers).toBe('100,100');
    expect(settings.usePreset('no such preset')).toEqual([]);
  });
});

describe('stops of sliders', () => {
  test('logarithmic stops are numbers worth naming', () => {
    expect(logStops(0.01, 1)).toEqual([0.01, 0.015, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1]);
    expect(doublingStops(8, 64)).toEqual([8, 16, 32, 64]);
  });

  test('every default has a position of its own', () => {
    for (const setting of Object.values(mnistSettings)) {
      if (setting.kind === 'number' && setting.stops) expect(setting.stops).toContain(setting.default);
    }
  });

  test('a value between two stops takes the nearer one by ratio', () => {
    expect(nearestStop([1, 10, 100], 20)).toBe(1);
    expect(nearestStop([1, 10, 100], 50)).toBe(2);
  });
});
