// The images for the element: both splits loading side by side, what has arrived, what went wrong, and what a page shows of it.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DatasetError } from '../../../datasets/errors.ts';
import { datasetUrl, openDataset, type StreamedDataset } from '../../../datasets/loader.ts';
import { unpackExample } from '../../../datasets/packed.ts';
import type { Dataset } from '../../../engine/index.ts';
import { basePath } from '../../base/assets.ts';
import type { ImageSet } from './definition.ts';

const LEVELS = 16;

interface SetFacts {
  readonly folder: string;
  /** Pixels along an edge. */
  readonly side: number;
  /** Training images. */
  readonly count: number;
  /** The whitest white as it was scanned. */
  readonly range: number;
}

const sets: Readonly<Record<ImageSet, SetFacts>> = {
  mnist: { folder: 'mnist', side: 28, count: 60_000, range: 255 },
  fashion: { folder: 'fashion-mnist', side: 28, count: 20_000, range: 255 },
  digits: { folder: 'digits', side: 8, count: 1437, range: 16 },
};

export interface MnistProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
  readonly loadedImages: number;
  readonly totalImages: number;
}

/** How often each of the 16 grey levels occurs, and the pixel statistics before scaling. */
export interface PixelStatistics {
  readonly counts: readonly number[];
  readonly mean: number;
  readonly standardDeviation: number;
}

export interface DecodedImage {
  readonly pixels: Float32Array;
  readonly label: number;
}

/** Loads the chosen images for its host, tells it of every change, and keeps what has arrived through failures. */
export class MnistData implements ReactiveController {
  train: StreamedDataset | undefined;
  testSplit: StreamedDataset | undefined;
  /** What stopped the download; undefined while it goes on. */
  failure: DatasetError | undefined;
  /** Grey levels of the images of the first shard: 10,000 images have the same histogram as 60,000 to the eye. */
  statistics: PixelStatistics | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  readonly #wanted: () => ImageSet;
  /** What is loaded or being loaded. */
  #set: ImageSet = 'mnist';
  #opening: Promise<void> | undefined;
  #progressAt = 0;

  /** @param changed called when images arrived or the download failed, not for every byte. */
  constructor(host: ReactiveControllerHost & HTMLElement, wanted: () => ImageSet, changed: () => void) {
    this.#host = host;
    this.#wanted = wanted;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    // The host reads its settings right after its controllers have heard of the connection.
    queueMicrotask(() => void this.open());
  }

  get facts(): SetFacts {
    return sets[this.#set];
  }

  get pixels(): number {
    return this.facts.side ** 2;
  }

  /** Takes up another set; what was loaded of the one before is let go. */
  #choose(set: ImageSet): void {
    if (set === this.#set) return;
    this.#set = set;
    this.train = undefined;
    this.testSplit = undefined;
    this.statistics = undefined;
    this.#opening = undefined;
    this.#test = undefined;
    this.#trainImages.clear();
    this.#testImages.clear();
  }

  /** Starts the download, or goes on after a failure with the files that are missing. */
  async open(): Promise<void> {
    const set = this.#wanted();
    this.#choose(set);
    this.failure = undefined;
    this.#host.requestUpdate();
    this.#opening ??= this.#openSplits();
    try {
      await this.#opening;
    } catch (error) {
      if (set !== this.#set) return;
      this.#opening = undefined;
      this.#fail(error);
      return;
    }
    // The test images come right after the first training shard: with both, everything on the page can start.
    const { train, testSplit } = this;
    if (!train || !testSplit) return;
    await Promise.all([this.#follow(train), this.#follow(testSplit)]);
  }

  get available(): number {
    return this.train?.available ?? 0;
  }

  get total(): number {
    return this.train?.total ?? this.facts.count;
  }

  get complete(): boolean {
    return this.train !== undefined && this.available === this.train.total && this.test !== undefined;
  }

  /** The test images, once all of them are here. */
  get test(): Dataset | undefined {
    const split = this.testSplit;
    if (!split || split.available < split.total) return undefined;
    this.#test ??= split.dataset();
    return this.#test;
  }
  #test: Dataset | undefined;

  get progress(): MnistProgress {
    const parts = [this.train?.progress, this.testSplit?.progress];
    const sum = (pick: (part: NonNullable<(typeof parts)[number]>) => number): number =>
      parts.reduce((total, part) => total + (part ? pick(part) : 0), 0);
    return {
      loadedBytes: sum((part) => part.loadedBytes),
      totalBytes: sum((part) => part.totalBytes),
      loadedImages: sum((part) => part.loadedExamples),
      totalImages: sum((part) => part.totalExamples),
    };
  }

  readonly #trainImages = new Map<number, DecodedImage>();
  readonly #testImages = new Map<number, Float32Array>();

  /** Training image `index`, decoded to 0..1, and its label; undefined before it has arrived. */
  trainImage(index: number): DecodedImage | undefined {
    let image = this.#trainImages.get(index);
    const data = image || index >= this.available ? undefined : this.train?.dataset();
    if (data) {
      image = { pixels: unpackExample(data.inputs, index), label: data.targets.data[index] ?? 0 };
      this.#trainImages.set(index, image);
    }
    return image;
  }

  /** Test image `index`, blank while the test images are not here. */
  testImage(index: number): Float32Array {
    const { test } = this;
    if (!test) return new Float32Array(this.pixels);
    let image = this.#testImages.get(index);
    if (!image) {
      image = unpackExample(test.inputs, index);
      this.#testImages.set(index, image);
    }
    return image;
  }

  async #openSplits(): Promise<void> {
    const set = this.#set;
    const source = set === 'mnist' ? this.#host.getAttribute('src') : undefined;
    const manifest = source ? new URL(source, document.baseURI) : datasetUrl(sets[set].folder, basePath());
    const onProgress = (): void => this.#progressed();
    const [train, testSplit] = await Promise.all([
      openDataset(manifest, { split: 'train', onProgress }),
      openDataset(manifest, { split: 'test', onProgress }),
    ]);
    if (set !== this.#set) return;
    this.train = train;
    this.testSplit = testSplit;
  }

  async #follow(split: StreamedDataset): Promise<void> {
    const complete = split.failure ? split.retry() : split.complete;
    try {
      while (split.available < split.total) {
        await split.whenAvailable(split.available + 1);
        if (split !== this.train && split !== this.testSplit) return;
        if (split === this.train) this.#measure(split);
        this.#changed();
        this.#host.requestUpdate();
      }
      await complete;
    } catch (error) {
      if (split !== this.train && split !== this.testSplit) return;
      this.#fail(error);
    }
  }

  #measure(split: StreamedDataset): void {
    if (this.statistics) return;
    const { inputs } = split.dataset();
    const counts = new Array<number>(LEVELS).fill(0);
    const { range } = this.facts;
    const levelOf =
      inputs.encoding === 'u4' ? undefined : (value: number): number => Math.round((value / range) * (LEVELS - 1));
    for (const byte of inputs.data) {
      for (const level of levelOf ? [levelOf(byte)] : [byte & 15, byte >> 4]) counts[level] = (counts[level] ?? 0) + 1;
    }
    const { mean, std } = split.manifest;
    this.statistics = { counts, mean: mean * range, standardDeviation: std * range };
  }

  #progressed(): void {
    // A shard arrives in about fifteen pieces; ten pictures a second are enough for a progress bar.
    const now = performance.now();
    if (now - this.#progressAt < 100) return;
    this.#progressAt = now;
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    this.failure =
      error instanceof DatasetError ? error : new DatasetError('format', String(error), '', { file: 'mnist' }, error);
    this.#changed();
    this.#host.requestUpdate();
  }
}
