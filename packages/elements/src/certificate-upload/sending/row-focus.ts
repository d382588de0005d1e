import type { Certificate } from '@enrollkit/core';
import type { LitElement } from 'lit';

/** Selects the row of an uploaded certificate. */
export function certificateRow({ id }: Certificate): string {
  return `[data-certificate='${CSS.escape(id)}']`;
}

/** Moves the focus to another row, else to the file control, so that a keyboard doesn't fall back to the page's top. */
export async function focusInstead(host: LitElement, row: string): Promise<void> {
  await host.updateComplete;
  (host.renderRoot.querySelector<HTMLElement>(row) ?? host.renderRoot.querySelector<HTMLElement>('#file'))?.focus();
}
