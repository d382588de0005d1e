import { certificateFileName, type Binary, type CertificateFile } from '@enrollkit/core';
import { saveBlob } from '../../base/files/save-blob.js';

/** Has the browser save the file of a certificate, under a safe name. */
export async function saveFile(content: Binary, file: CertificateFile): Promise<void> {
  saveBlob(content instanceof Blob ? content : new Blob([await content.arrayBuffer()]), certificateFileName(file));
}
