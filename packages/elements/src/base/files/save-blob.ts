/** Safari reads the address some time after the click. */
const KEEP_URL_MS = 40_000;

/**
 * Has the browser save a file under a name. It is given as a plain stream of bytes, so that nothing in it is ever shown as
 * a page of the host.
 */
export function saveBlob(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content.slice(0, content.size, 'application/octet-stream'));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_URL_MS);
}
