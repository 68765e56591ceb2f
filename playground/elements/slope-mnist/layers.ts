// The layers field: "100, 100" as hidden layers, or what is wrong with it.

export const MAX_LAYERS = 6;
export const MAX_UNITS = 2048;

export type LayersProblem =
  | { readonly kind: 'not-a-count'; readonly text: string }
  | { readonly kind: 'too-large'; readonly text: string }
  | { readonly kind: 'too-many' };

export type ParsedLayers =
  | { readonly units: readonly number[]; readonly problem?: undefined }
  | { readonly units?: undefined; readonly problem: LayersProblem };

/** Whole numbers separated by commas, semicolons or spaces; nothing at all means no hidden layer. */
export function parseLayers(text: string): ParsedLayers {
  const parts = text.trim() === '' ? [] : text.trim().split(/\s*[,;]\s*|\s+/);
  const units: number[] = [];
  for (const part of parts) {
    const count = /^\d+$/.test(part) ? Number(part) : 0;
    if (count < 1) return { problem: { kind: 'not-a-count', text: part } };
    if (count > MAX_UNITS) return { problem: { kind: 'too-large', text: part } };
    units.push(count);
  }
  return units.length > MAX_LAYERS ? { problem: { kind: 'too-many' } } : { units };
}
