// The public API of Slope's engine.

export { load, save } from './formats/checkpoint.ts';
export type { DescribedFit } from './formats/description.ts';
export { toKeras } from './formats/keras-code.ts';
export { toPyTorch } from './formats/pytorch-code.ts';
export { decodeSafetensors, encodeSafetensors, SafetensorsError, type SafetensorsFile } from './formats/safetensors.ts';
export { toSlope } from './formats/slope-code.ts';
/** Functions of tensors; `conv2d` and `dropout` share their names with layers, and are `functional.conv2d` and so on. */
export * as functional from './functional/index.ts';
export * from './functional/index.ts';
export type { Dataset, Encoding, PackedTensor } from './graph/dataset.ts';
export { ShapeError } from './graph/shape.ts';
export { shuffled } from './graph/shuffle.ts';
export { type Confusion, type ConfusionOptions, confusionMatrix } from './nn/confusion-matrix.ts';
export { type Conv2dOptions, conv2d, maxPooling2d, type WindowLayerOptions } from './nn/convolution.ts';
export { dropout } from './nn/dropout.ts';
export type { EvaluateOptions, FitOptions } from './nn/fit-options.ts';
export type { Initializer } from './nn/initializers.ts';
export { type Activation, activation, type DenseOptions, dense, flatten, type Layer } from './nn/layers.ts';
export { categoricalCrossentropy, type Loss, type LossFunction, type LossName } from './nn/losses.ts';
export type { Metric } from './nn/metrics.ts';
export { type NormalizationLayer, type NormalizationOptions, normalization } from './nn/normalization.ts';
export {
  type AdamOptions,
  adagrad,
  adam,
  adamW,
  cosineDecay,
  inverseTimeDecay,
  type Optimizer,
  type OptimizerName,
  type OptimizerOptions,
  rmsprop,
  sgd,
  stepDecay,
} from './nn/optimizers.ts';
export type { ClassWeights } from './nn/programs.ts';
export { l1, l1l2, l2, type Regularizer } from './nn/regularizers.ts';
export { type SampleWeighted, sampleWeights } from './nn/sample-weights.ts';
export { Sequential, type SequentialOptions, sequential } from './nn/sequential.ts';
export type { Summary, SummaryRow } from './nn/summary.ts';
export type { ProductShape } from './ops/matmul-kernels.ts';
export { type BackendInfo, DeviceLimitError, type Origin } from './plan/executor.ts';
export { type Backend, type BackendReport, detectBackends } from './training/backend.ts';
export type { Callbacks } from './training/callbacks.ts';
export type { Checkpoint, NamedTensor, TrainingState } from './training/checkpoint.ts';
export { type EarlyStopping, type EarlyStoppingOptions, earlyStopping } from './training/early-stopping.ts';
export type { RunState, TrainingEvent } from './training/events.ts';
export type { EpochRow, History, Scores, StepRow } from './training/history.ts';
export { historyColumns } from './training/history.ts';
export { TrainingRun } from './training/run.ts';
export { WebGpuUnavailableError } from './webgpu/device.ts';
export { KernelError } from './webgpu/pipelines.ts';
export { type TunedShape, tune } from './webgpu/tune.ts';
