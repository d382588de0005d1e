import { html, type TemplateResult } from 'lit';
import { nextPlace } from '../../base/next-place.js';
import type { CertificateBundleTerms } from '../../terms/certificate-bundle.js';
import { TABS, type Tab } from '../bundle-item.js';

interface TabsView {
  readonly t: CertificateBundleTerms;
  readonly selected: Tab;
  readonly counts: Readonly<Record<Tab, number>>;
  readonly onSelect: (tab: Tab, options: { readonly focus: boolean }) => void;
}

/** Source: ARIA authoring practices, tabs with automatic activation. */
export function renderTabs(view: TabsView): TemplateResult {
  const { t, selected, counts } = view;
  return html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${t.tabsLabel}
    @keydown=${(event: KeyboardEvent) => press(event, view)}
  >
    ${TABS.map(
      (tab) =>
        html`<button
          id="tab-${tab}"
          class="tab"
          part="tab"
          type="button"
          role="tab"
          aria-selected=${tab === selected ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${tab === selected ? 0 : -1}
          @click=${() => view.onSelect(tab, { focus: false })}
        >
          ${t.tabs[tab]} <span class="count">${counts[tab]}</span>
        </button>`,
    )}
  </div>`;
}

function press(event: KeyboardEvent, { selected, onSelect }: TabsView): void {
  const next = nextPlace(event, TABS.indexOf(selected), TABS.length);
  const tab = next === undefined ? undefined : TABS[next];
  if (!tab) return;
  event.preventDefault();
  onSelect(tab, { focus: true });
}
