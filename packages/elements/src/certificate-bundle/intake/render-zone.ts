import { html, type TemplateResult } from 'lit';
import { uploadIcon } from '../../base/files/file-icons.js';
import { formatDecimal } from '../../base/language/formats.js';
import type { TransferredFiles } from '../../base/files/transferred-files.js';
import { wordLimits } from '../../base/files/file-wording.js';
import type { BundleWording } from '../bundle-wording.js';

interface ZoneView {
  readonly wording: BundleWording;
  readonly mostFiles: number;
  /** Beside files that are there already. */
  readonly isSmall: boolean;
  readonly onFiles: (given: TransferredFiles) => void;
}

/** Where a folder, a zip or files are dropped or chosen. */
export function renderZone({ wording, mostFiles, isSmall, onFiles }: ZoneView): TemplateResult {
  const { bundle } = wording;
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // So that choosing the same files again is a change too.
    input.value = '';
    onFiles({ files, folders: [] });
  };
  const chooseFolder = (event: Event): void => {
    (event.currentTarget as Element).parentElement?.querySelector('input')?.click();
  };
  return html`<div class="intake ${isSmall ? 'small' : ''}">
    <div class="zone" part="drop-zone">
      ${uploadIcon}
      <label class="zone-text" for="files">${bundle.drop} <span class="link">${bundle.orChoose}</span></label>
      <span class="muted" id="limits"
        >${bundle.limits({ ...wordLimits(wording), most: formatDecimal(String(mostFiles), wording.locale) })}</span
      >
      <input
        id="files"
        type="file"
        multiple
        accept="${wording.accept.join(',')},.zip"
        aria-describedby="limits"
        @change=${take}
      />
    </div>
    <div class="beside">
      <span class="muted" part="privacy">${bundle.privacy}</span>
      <button class="button" part="button folder-button" type="button" @click=${chooseFolder}>
        ${bundle.chooseFolder}
      </button>
      <input type="file" webkitdirectory hidden @change=${take} />
    </div>
  </div>`;
}
