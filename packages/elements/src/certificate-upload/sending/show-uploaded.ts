import type { Certificate } from '@enrollkit/core';
import type { LitElement } from 'lit';
import type { UploadItem } from '../../base/files/upload-item.js';
import { certificateRow, focusInstead } from './row-focus.js';
import { newestFirst } from '../uploaded/certificate-record.js';
import type { ShownRecord } from '../uploaded/certificate-shelf.js';

/** Shows what was uploaded just now, before the backend is asked again; the focus goes along with it. */
export function showUploaded(
  host: LitElement,
  { shown, accept }: ShownRecord,
  { item, certificate }: { readonly item: UploadItem; readonly certificate: Certificate },
): void {
  const record = shown();
  if (!record) return;
  const hadFocus = host.renderRoot.querySelector(`[data-item="${item.id}"] :focus`);
  const others = record.certificates.filter(({ id }) => id !== certificate.id);
  accept({ ...record, certificates: newestFirst([certificate, ...others]) });
  if (hadFocus) void focusInstead(host, certificateRow(certificate));
}
