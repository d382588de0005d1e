import {
  CERTIFICATE_MEDIA_TYPES,
  DEFAULT_ACCEPT,
  DEFAULT_MAX_FILE_BYTES,
  type CertificateMediaType,
} from '@enrollkit/core';
import { readSize, type ReadValue } from '../base/files/read-size.js';

/** What an upload is held to, and the words in the attributes that can't be understood. */
export interface UploadLimits {
  readonly accept: readonly CertificateMediaType[];
  readonly maxSizeBytes: number;
  readonly invalid: readonly string[];
}

/** Both attributes together. */
export function readLimits(element: {
  readonly accept: string | undefined;
  readonly maxSize: string | number | undefined;
}): UploadLimits {
  const accept = readAccept(element.accept);
  const maxSize = readSize(element.maxSize, DEFAULT_MAX_FILE_BYTES);
  const invalid = [accept, maxSize].flatMap((each) => each.invalid ?? []);
  return { accept: accept.value, maxSizeBytes: maxSize.value, invalid };
}

const MEDIA_TYPES = Object.keys(CERTIFICATE_MEDIA_TYPES) as readonly CertificateMediaType[];

/** The `accept` attribute: media types and file endings, with spaces or commas between. */
export function readAccept(text: string | undefined): ReadValue<readonly CertificateMediaType[]> {
  const tokens = (text ?? '').toLowerCase().match(/[^\s,]+/g) ?? [];
  const accepted = MEDIA_TYPES.filter((type) => tokens.some((token) => mediaTypesOf(token).includes(type)));
  const invalid = tokens.filter((token) => mediaTypesOf(token).length === 0).join(' ');
  return { value: accepted.length > 0 ? accepted : DEFAULT_ACCEPT, ...(invalid ? { invalid } : {}) };
}

function mediaTypesOf(token: string): readonly CertificateMediaType[] {
  if (token === 'image/*') return ['image/png', 'image/jpeg'];
  if (token === '.jpeg' || token === 'image/jpg') return ['image/jpeg'];
  return MEDIA_TYPES.filter((type) => token === type || token === CERTIFICATE_MEDIA_TYPES[type].extension);
}
