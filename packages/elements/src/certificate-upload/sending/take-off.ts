import type { LitElement } from 'lit';
import type { UploadItem } from '../../base/files/upload-item.js';
import { focusInstead } from './row-focus.js';
import type { CertificateSession } from './certificate-session.js';

/** Takes a file off the list. The focus goes to the one that is now in its place. */
export function takeOff(host: LitElement, { manager }: CertificateSession, item: UploadItem): void {
  const index = manager.items.indexOf(item);
  manager.remove(item.id);
  void focusInstead(host, `[part='item']:nth-child(${Math.min(index + 1, manager.items.length)})`);
}
