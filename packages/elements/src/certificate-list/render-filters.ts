import { html, type TemplateResult } from 'lit';
import type { CertificateListTerms, ShownCertificates } from '../terms/certificate-list.js';

interface FiltersView {
  readonly terms: CertificateListTerms;
  readonly search: string;
  readonly shown: ShownCertificates;
  /** How soon is soon, in words. */
  readonly days: string;
  /** Others than the provider see none that wait for approval. */
  readonly isProvider: boolean;
  readonly isBusy: boolean;
  readonly onSearch: (event: Event) => void;
  readonly onShown: (event: Event) => void;
  readonly onExport: () => void;
}

/** What is looked for, and the list as a file. */
export function renderFilters(view: FiltersView): TemplateResult {
  const { terms, shown } = view;
  const names: Readonly<Record<ShownCertificates, string>> = {
    ...terms.shown,
    expiring: terms.shown.expiring(view.days),
  };
  const options = (Object.keys(names) as ShownCertificates[]).filter((each) => each !== 'pending' || view.isProvider);
  return html`<div class="filters" part="filters">
    <div class="field">
      <label for="search">${terms.search}</label>
      <input
        id="search"
        part="search"
        type="search"
        autocomplete="off"
        maxlength="200"
        .value=${view.search}
        @input=${view.onSearch}
      />
    </div>
    <div class="field">
      <label for="shown">${terms.show}</label>
      <select id="shown" part="shown" @change=${view.onShown}>
        ${options.map((each) => html`<option value=${each} ?selected=${each === shown}>${names[each]}</option>`)}
      </select>
    </div>
    <button
      class="button"
      part="button export-button"
      type="button"
      aria-disabled=${view.isBusy}
      @click=${view.onExport}
    >
      ${terms.export}
    </button>
  </div>`;
}
