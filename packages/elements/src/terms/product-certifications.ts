import type { CertificationVerification } from '@enrollkit/core';
import type { CertificationsChange } from '../product-certifications/product-certifications-events.js';

/** Whether platform staff has looked at a certification, and what they found. Where nobody has to, nothing is said. */
export type ReviewState = Exclude<CertificationVerification, 'not-needed'>;

/** What `<product-certifications>` says. */
export interface ProductCertificationsTerms {
  readonly heading: string;
  readonly howToLink: string;
  /** There are none at all. */
  readonly none: string;
  /** After that, for whoever can. */
  readonly addFirst: string;
  /** The product leads to nothing that is known. */
  readonly leadsToNothing: string;
  readonly search: string;
  readonly found: (count: string) => string;
  readonly states: Readonly<Record<ReviewState, string>>;
  /** Beside one that waits, for whoever made it. */
  readonly afterReview: string;
  readonly why: (reason: string) => string;
  readonly expires: string;
  readonly add: string;
  readonly name: string;
  readonly description: string;
  readonly requiresValidUntil: string;
  readonly create: string;
  readonly creating: string;
  readonly nameMissing: string;
  readonly nameTaken: string;
  readonly verify: string;
  readonly reject: string;
  readonly reopen: string;
  readonly reason: string;
  readonly reasonReader: string;
  readonly reasonMissing: string;
  readonly busy: string;
  /** Names a button after what it is about. */
  readonly about: (action: string, name: string) => string;
  readonly done: Readonly<Record<CertificationsChange, (name: string) => string>>;
  readonly notSaved: (name: string) => string;
}
