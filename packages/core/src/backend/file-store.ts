import type { Binary } from '../certificate/certificate.js';
import type { AbortSignalLike, UploadProgress } from '../call-options.js';

/** Where the bytes of certificates live: content-addressed by SHA-256. */
export interface FileStore {
  /** Hashes the bytes and makes them ready to keep; a server's store has them on disk when this resolves. */
  stage(content: Binary, options?: StageOptions): Promise<StagedFile>;
  open(sha256: string): Promise<Binary | undefined>;
}

export interface StageOptions {
  readonly signal?: AbortSignalLike;
  readonly onProgress?: (progress: UploadProgress) => void;
}

/** A file that is ready to be kept. A store gives it whatever else it needs to find the bytes. */
export interface StagedFile {
  readonly sha256: string;
  readonly sizeBytes: number;
}
