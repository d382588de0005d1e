/** What was dropped or pasted. A browser gives a folder as if it were a small file; its entry tells. */
export interface TransferredFiles {
  readonly files: readonly File[];
  readonly folders: readonly File[];
}

/** Sorts what was dropped or pasted. To be called at once: a transfer is empty after its event. */
export function transferredFiles(transfer: Pick<DataTransfer, 'items' | 'files'> | null): TransferredFiles {
  const files: File[] = [];
  const folders: File[] = [];
  for (const item of transfer?.items ?? []) {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (file) (item.webkitGetAsEntry()?.isDirectory ? folders : files).push(file);
  }
  return { files, folders };
}

/** Whether a drag carries files, so that dragging a piece of text over the element does nothing. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}
