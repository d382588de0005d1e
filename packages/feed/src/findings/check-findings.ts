type Severity = 'error' | 'warning';

/**
 * Everything that checking finds beyond what reading one element tells. `severity` is how an importer takes it; `strict`
 * how the schema does, and where the schema can't say it, how the documents around it do. An `error` keeps the product out
 * of an import. Source: domain.md sections 3 and 4, and the decision on what checking finds.
 */
export const CHECK_FINDINGS = {
  // Across products.
  'duplicate-id': { severity: 'error', strict: 'error' },
  'duplicate-name': { severity: 'error', strict: 'error' },
  'duplicate-email': { severity: 'error', strict: 'error' },

  /** `.` and `..`: in an address these are folders. */
  'id-is-folder': { severity: 'error', strict: 'error' },

  // Text.
  'text-over-limit': { severity: 'error', strict: 'error' },
  'name-has-markup': { severity: 'warning', strict: 'warning' },
  /** UTF-8 that was once read as windows-1252: `cafÃ©`. */
  'text-mojibake': { severity: 'warning', strict: 'warning' },
  /** The sign that programs put where they could not read a byte. */
  'text-character-lost': { severity: 'warning', strict: 'warning' },
  'description-too-short': { severity: 'warning', strict: 'warning' },
  'description-few-words': { severity: 'warning', strict: 'warning' },
  'description-tags': { severity: 'warning', strict: 'warning' },
  'description-attributes': { severity: 'warning', strict: 'warning' },
  /** `&lt;p&gt;` in CDATA: buyers would read the tags. */
  'description-escaped': { severity: 'warning', strict: 'warning' },
  'study-load-incomplete': { severity: 'warning', strict: 'warning', loses: true },

  // Addresses. Only their spelling: nothing is fetched.
  'url-invalid': { severity: 'error', strict: 'error' },
  'url-without-scheme': { severity: 'warning', strict: 'error' },
  'url-has-spaces': { severity: 'warning', strict: 'warning' },
  /** In addresses of images only: "escaped characters are not allowed" (XSD). */
  'url-escaped': { severity: 'warning', strict: 'warning' },
  /** `&amp;` that was escaped once more than XML wants. */
  'url-escaped-twice': { severity: 'warning', strict: 'warning' },
  'url-not-public': { severity: 'warning', strict: 'warning' },
  'url-placeholder': { severity: 'warning', strict: 'warning' },
  'video-host': { severity: 'warning', strict: 'warning' },
  'linkedin-host': { severity: 'warning', strict: 'warning' },
  'email-invalid': { severity: 'error', strict: 'error' },
  'duplicate-trainer': { severity: 'warning', strict: 'warning' },

  // Sites and regions.
  'group-without-sites': { severity: 'error', strict: 'error' },
  'sites-without-group': { severity: 'warning', strict: 'warning' },
  'regions-unused': { severity: 'warning', strict: 'warning' },

  // Starting dates.
  'duplicate-start-id': { severity: 'warning', strict: 'warning' },
  'duplicate-start': { severity: 'warning', strict: 'warning' },
  'start-in-past': { severity: 'warning', strict: 'warning' },
  'day-outside-course': { severity: 'warning', strict: 'warning' },
  'end-time-before-start-time': { severity: 'warning', strict: 'warning' },

  // Seats.
  'min-seats-above-max': { severity: 'warning', strict: 'warning' },
  'available-seats-above-max': { severity: 'warning', strict: 'warning' },
  'seats-above-participants': { severity: 'warning', strict: 'warning' },
  'no-participants': { severity: 'warning', strict: 'warning' },

  // Prices, beside what core's calculation finds.
  'price-hidden': { severity: 'warning', strict: 'warning' },
  'in-company-price-shown': { severity: 'warning', strict: 'warning' },
  'one-off-beside-recurring': { severity: 'warning', strict: 'warning' },
  'cost-type-other-missing': { severity: 'warning', strict: 'warning' },
  'cost-type-other-unused': { severity: 'warning', strict: 'warning' },
  'exempt-price-of-exempt': { severity: 'warning', strict: 'warning' },
  'exempt-cost-unused': { severity: 'warning', strict: 'warning' },

  // Points.
  'organisation-unlisted': { severity: 'warning', strict: 'warning' },
  'point-type-unlisted': { severity: 'warning', strict: 'warning' },
  'points-zero': { severity: 'warning', strict: 'warning' },
  'duplicate-points': { severity: 'warning', strict: 'warning' },

  // Of a whole import, when it is planned.
  /** Which product is broken isn't known, so it isn't known either which products are missing. */
  'name-taken': { severity: 'error', strict: 'error' },
  'nothing-deleted': { severity: 'warning', strict: 'warning' },
} as const satisfies Record<string, { severity: Severity; strict: Severity; loses?: true }>;

export type CheckFindingCode = keyof typeof CHECK_FINDINGS;
