/** Why a platform, or somebody who pretends to be one, isn't let in: one list, with a sentence each in `page/lti-texts.ts`. */
export const LTI_REFUSALS = {
  'request-incomplete': 400,
  'request-too-large': 413,
  'platform-unknown': 403,
  'client-id-missing': 400,
  'state-unknown': 403,
  'state-expired': 403,
  'storage-mismatch': 403,
  'origin-wrong': 403,
  'token-unsigned': 403,
  'token-invalid': 403,
  'token-expired': 403,
  'key-unknown': 403,
  'keys-unavailable': 502,
  'audience-wrong': 403,
  'issuer-wrong': 403,
  'nonce-wrong': 403,
  'deployment-unknown': 403,
  'message-unsupported': 400,
  'person-missing': 400,
  'session-over': 403,
  'role-missing': 403,
  'invitation-unknown': 403,
  'platform-unreachable': 502,
  'platform-refused': 502,
  'platform-taken': 409,
} as const satisfies Record<string, number>;

export type LtiRefusalCode = keyof typeof LTI_REFUSALS;

/** A refusal that a person is told on a page. `detail` is for them too: which deployment, which status; never a secret. */
export class LtiRefusal extends Error {
  readonly refusal: LtiRefusalCode;
  readonly detail: string | undefined;

  constructor(refusal: LtiRefusalCode, { detail, cause }: { readonly detail?: string; readonly cause?: unknown } = {}) {
    super(detail === undefined ? refusal : `${refusal}: ${detail}`, { cause });
    this.refusal = refusal;
    this.detail = detail;
  }
}
