export interface ChangePort {
  /** Calls `listener` after every change, made here or elsewhere, until the answer is called. */
  subscribe(listener: ChangeListener): () => void;
}

/** Tells that a record changed, so that whoever shows it can read it again. */
export interface Change {
  readonly kind: 'enrollment' | 'certificate' | 'certification' | 'product' | 'trainer' | 'import';
  readonly id: string;
  /** The provider (tenant) whose record it is. */
  readonly providerId?: string;
  /** For a certificate: the enrollment it belongs to. */
  readonly enrollmentId?: string;
}

export type ChangeListener = (change: Change) => void;
