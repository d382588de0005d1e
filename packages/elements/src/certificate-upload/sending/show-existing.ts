import type { LitElement } from 'lit';
import type { UploadItem } from '../../base/files/upload-item.js';
import type { Wording } from '../certificate-wording.js';
import type { CertificateSession } from './certificate-session.js';
import { certificateRow, focusInstead } from './row-focus.js';

/** What is offered for a file that is there already, instead of another file: its label, and what it does. */
export function showExisting(
  host: LitElement & { wording(): Wording },
  session: CertificateSession,
  item: UploadItem,
): readonly [string, () => void] | undefined {
  const existing = session.existingOf(item);
  return existing && [host.wording().t.showExisting, () => void focusInstead(host, certificateRow(existing))];
}
