import { baseStyles } from '../base/styles/base.styles.js';
import { dialogStyles } from '../base/styles/dialog.styles.js';
import { dropZoneStyles } from '../base/styles/drop-zone.styles.js';
import { placeholderStyles } from '../base/styles/placeholder.styles.js';
import { progressStyles } from '../base/styles/progress.styles.js';
import { roomStyles } from '../base/styles/room.styles.js';
import { certificateBundleStyles } from './certificate-bundle.styles.js';
import { rowsStyles } from './review/rows.styles.js';

/** What `<certificate-bundle>` is styled by, the last word last. */
export const certificateBundleSheets = [
  baseStyles,
  roomStyles,
  placeholderStyles,
  dialogStyles,
  dropZoneStyles,
  progressStyles,
  certificateBundleStyles,
  rowsStyles,
];
