import { baseStyles } from '../base/styles/base.styles.js';
import { dottedStyles } from '../base/styles/dotted.styles.js';
import { dropZoneStyles } from '../base/styles/drop-zone.styles.js';
import { placeholderStyles } from '../base/styles/placeholder.styles.js';
import { progressStyles } from '../base/styles/progress.styles.js';
import { priceBreakdownStyles } from '../price-breakdown/price-breakdown.styles.js';
import { feedCheckStyles } from './feed-check.styles.js';
import { findingsStyles } from './findings/findings.styles.js';
import { feedInputStyles } from './input/feed-input.styles.js';

/** What `<feed-check>` is styled by, the last word last. */
export const feedCheckSheets = [
  baseStyles,
  priceBreakdownStyles,
  dropZoneStyles,
  dottedStyles,
  progressStyles,
  placeholderStyles,
  feedInputStyles,
  feedCheckStyles,
  findingsStyles,
];
