export interface ReadOptions {
  readonly signal?: AbortSignalLike;
}

export interface WriteOptions extends ReadOptions {
  /** The same key again gives the first answer, never a second record. */
  readonly idempotencyKey?: string;
}

export interface VersionedWriteOptions extends WriteOptions {
  /** The version that the user saw. Without it the write doesn't check. */
  readonly expectedVersion?: number;
}

export interface NotedWriteOptions extends VersionedWriteOptions {
  /** Why, at most 500 characters: for the provider, HR and the participant to read. */
  readonly note?: string;
}

export interface AcceptOptions extends NotedWriteOptions {
  /** The provider knows that the start is full. Kept in the booking's history and in the audit. */
  readonly overbook?: boolean;
}

export interface UploadOptions extends WriteOptions {
  readonly onProgress?: (progress: UploadProgress) => void;
}

export interface UploadProgress {
  readonly sentBytes: number;
  readonly totalBytes: number;
}

/** The part of a browser's `AbortSignal` that core needs. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface Paging {
  /** Default 50, at most 500. */
  readonly size?: number;
  /** Default 0. */
  readonly offset?: number;
}

export interface Page<Row> {
  readonly items: readonly Row[];
  /** How many match, on all pages. A page after an id or an order isn't counted beyond the first that follows it. */
  readonly total: number;
  /** There are more than `total`: nobody waits for a count beyond it. */
  readonly hasMore?: true;
}
