import { html, type TemplateResult } from 'lit';
import { uploadIcon } from '../../base/files/file-icons.js';
import type { FeedCheckTerms } from '../../terms/feed-check.js';
import { formatSize } from '../feed-wording.js';

interface FileZone {
  readonly id: string;
  readonly drop: string;
  readonly t: FeedCheckTerms;
  readonly locale: string;
  readonly maxBytes: number;
  readonly isSmall: boolean;
  readonly onFile: (file: File) => void;
}

/** Where one feed is dropped or chosen. The whole zone is the browser's own file control. */
export function renderFileZone({ id, drop, t, locale, maxBytes, isSmall, onFile }: FileZone): TemplateResult {
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // So that choosing the same file again, once it was corrected, is a change too.
    input.value = '';
    if (file) onFile(file);
  };
  return html`<div class=${isSmall ? 'zone small' : 'zone'} part="drop-zone" data-zone=${id}>
    ${uploadIcon}
    <label class="zone-text" for=${id}>${drop} <span class="link">${t.orChoose}</span></label>
    <span class="muted" id="${id}-limits">${t.limits(formatSize(maxBytes, locale))}</span>
    <input
      id=${id}
      type="file"
      accept=".xml,.gz,text/xml,application/xml,application/gzip"
      aria-describedby="${id}-limits"
      @change=${choose}
    />
  </div>`;
}
