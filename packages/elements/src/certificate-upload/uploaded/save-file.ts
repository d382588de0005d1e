import { certificateFileName, type Binary, type CertificateFile } from '@enrollkit/core';
import { saveBinary } from '../../base/files/save-binary.js';

/** Has the browser save the file of a certificate, under a safe name. */
export async function saveFile(content: Binary, file: CertificateFile): Promise<void> {
  await saveBinary(content, certificateFileName(file));
}
