import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { carriesFiles, transferredFiles, type TransferredFiles } from './transferred-files.js';

interface FileDropOptions {
  /** Whether files are welcome now. */
  readonly isOpen: () => boolean;
  readonly onFiles: (transferred: TransferredFiles, event: Event) => void;
  readonly onDragging: (isDragging: boolean) => void;
}

/**
 * Takes files that are dropped or pasted anywhere on an element. Where they aren't welcome a drop does nothing; without
 * that, a browser would leave the page and open the file.
 */
export class FileDrop implements ReactiveController {
  readonly #options: FileDropOptions;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FileDropOptions) {
    this.#options = options;
    host.addController(this);
    host.addEventListener('dragover', this.#over);
    host.addEventListener('dragleave', () => options.onDragging(false));
    host.addEventListener('drop', this.#drop);
    host.addEventListener('paste', this.#paste);
  }

  hostDisconnected(): void {
    this.#options.onDragging(false);
  }

  readonly #over = (event: DragEvent): void => {
    if (!event.dataTransfer || !carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = this.#options.isOpen() ? 'copy' : 'none';
    this.#options.onDragging(this.#options.isOpen());
  };

  readonly #drop = (event: DragEvent): void => {
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.#options.onDragging(false);
    this.#take(event.dataTransfer, event);
  };

  readonly #paste = (event: ClipboardEvent): void => {
    if (!carriesFiles(event.clipboardData) || isText(event)) return;
    event.preventDefault();
    this.#take(event.clipboardData, event);
  };

  #take(transfer: DataTransfer | null, event: Event): void {
    const transferred = transferredFiles(transfer);
    if (this.#options.isOpen() && transferred.files.length + transferred.folders.length > 0) {
      this.#options.onFiles(transferred, event);
    }
  }
}

/**
 * Whether what is pasted is text with a picture of it, as cells of a spreadsheet are. Text is for the field that has the
 * focus; outside one a file manager's copy has its name as text, and no markup.
 */
function isText(event: ClipboardEvent): boolean {
  const types = event.clipboardData?.types ?? [];
  const [target] = event.composedPath();
  const isInField = target instanceof Element && target.matches('input:not([type=file]), textarea');
  return types.includes('text/plain') && (isInField || types.includes('text/html'));
}
