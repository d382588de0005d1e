import { certificateFileName, type Binary, type CertificateFile } from '@enrollkit/core';

/** Safari reads the address some time after the click. */
const KEEP_URL_MS = 40_000;

/**
 * Has the browser save a file. It is given as a plain stream of bytes under a safe name, so that nothing in it is ever
 * shown as a page of the host.
 */
export async function saveFile(content: Binary, file: CertificateFile): Promise<void> {
  const type = 'application/octet-stream';
  const blob =
    content instanceof Blob ? content.slice(0, content.size, type) : new Blob([await content.arrayBuffer()], { type });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = certificateFileName(file);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_URL_MS);
}
