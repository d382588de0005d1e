/** What was dropped or pasted. A browser gives a folder as if it were a small file; its entry tells. */
export interface TransferredFiles {
  readonly files: readonly File[];
  readonly folders: readonly File[];
  /** The same folders, for whoever looks into them. */
  readonly entries?: readonly FileSystemDirectoryEntry[];
}

/** Sorts what was dropped or pasted. To be called at once: a transfer is empty after its event. */
export function transferredFiles(transfer: Pick<DataTransfer, 'items' | 'files'> | null): TransferredFiles {
  const files: File[] = [];
  const folders: File[] = [];
  const entries: FileSystemDirectoryEntry[] = [];
  for (const item of transfer?.items ?? []) {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (!file) continue;
    const entry = item.webkitGetAsEntry();
    if (entry?.isDirectory) {
      folders.push(file);
      entries.push(entry as FileSystemDirectoryEntry);
    } else files.push(file);
  }
  return { files, folders, entries };
}

/** Whether a drag carries files, so that dragging a piece of text over the element does nothing. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}
