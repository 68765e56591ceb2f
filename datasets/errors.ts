// What can go wrong while data is read, as sentences for people.

export type DatasetErrorKind = 'offline' | 'missing' | 'truncated' | 'checksum' | 'format' | 'aborted';

/** Numbers behind the sentence, for a page that says it in another language. */
export interface DatasetErrorDetails {
  /** The file's short name, for example `mnist/train-3.bin`. */
  readonly file?: string;
  readonly status?: number;
  readonly receivedBytes?: number;
  readonly expectedBytes?: number;
  /** Examples that stay loaded; a retry goes on from there. */
  readonly keptExamples?: number;
}

/** `message` says what happened and what to do; `kind` and `details` say it to a program. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';

  constructor(
    readonly kind: DatasetErrorKind,
    message: string,
    readonly url: string,
    readonly details: DatasetErrorDetails = {},
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** 944212 as "944,212": messages are English wherever they are shown. */
export const formatCount = (value: number): string => value.toLocaleString('en-US');

/** `https://host/site/mnist/train-3.bin` as `mnist/train-3.bin`: what a person needs to recognise the file. */
export function shortName(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? url;
  return path.split('/').slice(-2).join('/');
}
