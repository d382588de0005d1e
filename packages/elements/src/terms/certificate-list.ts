/** Where a certificate stands, as a list says it. */
export type ExpiryState = 'not-yet-valid' | 'valid' | 'expiring' | 'expired';

/** Which certificates of a list are shown. */
export type ShownCertificates = 'all' | 'expiring' | 'expired' | 'pending';

/** What `<certificate-list>` says. Counts and days are formatted. */
export interface CertificateListTerms {
  readonly heading: string;
  readonly search: string;
  readonly show: string;
  readonly shown: Readonly<Record<Exclude<ShownCertificates, 'expiring'>, string>> & {
    readonly expiring: (days: string) => string;
  };
  /** There are none at all. */
  readonly none: string;
  /** There are, but none that are looked for. */
  readonly noneFound: string;
  /** Of a number that nobody counts beyond. */
  readonly moreThan: (count: string) => string;
  readonly count: (count: string) => string;
  readonly holder: string;
  readonly valid: (days: { readonly from: string; readonly until?: string }) => string;
  readonly states: Readonly<Record<Exclude<ExpiryState, 'expiring'>, string>> & {
    readonly expiring: (days: string) => string;
  };
  /** Its certification isn't verified: participants and employers don't see it yet. */
  readonly pending: string;
  readonly more: string;
  readonly preview: string;
  readonly closePreview: string;
  readonly previewOf: (name: string) => string;
  readonly previewLoading: string;
  readonly previewFailed: string;
  readonly download: string;
  readonly remove: string;
  readonly keep: string;
  readonly removeTitle: (name: string) => string;
  readonly removeText: string;
  readonly removed: (name: string) => string;
  /** Names a button after what it is about. */
  readonly about: (action: string, name: string, holder: string) => string;
  readonly export: string;
  readonly exported: (count: string) => string;
  readonly fileName: string;
  readonly columns: readonly [
    certification: string,
    holder: string,
    email: string,
    validFrom: string,
    validUntil: string,
    state: string,
    verified: string,
    file: string,
  ];
  readonly yes: string;
  readonly no: string;
}
