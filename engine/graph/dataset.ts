// The dataset type that the engine trains on: examples packed the way they stay on the GPU.

/** How a stored number is encoded. `u8` and `u4` rows are padded to whole 32-bit words, low bits first. */
export type Encoding = 'f32' | 'u8' | 'u4';

/**
 * A tensor as it is stored: `value = stored * scale + offset`.
 * Packed encodings stay packed in GPU memory (60,000 MNIST images as f32 would exceed the default binding limit of 128 MiB).
 */
export interface PackedTensor {
  /** `[count, ...example]` */
  readonly shape: readonly number[];
  readonly encoding: Encoding;
  /** `Float32Array` for `f32`, `Uint8Array` for the packed encodings. */
  readonly data: Float32Array | Uint8Array;
  readonly scale: number;
  readonly offset: number;
}

/** Inputs with their targets, row by row. Class labels are `f32` of shape `[count]`. */
export interface Dataset {
  readonly name?: string;
  readonly inputs: PackedTensor;
  readonly targets: PackedTensor;
  readonly classNames?: readonly string[];
}
