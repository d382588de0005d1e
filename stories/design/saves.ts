import { html, type TemplateResult } from 'lit';

interface Saved {
  readonly type: string;
  /** Asked for when it is saved, and so is the text: it has the moment at which it is handed on. */
  readonly name: (now: Date) => string;
  readonly text: (now: Date) => string;
}

/** A link that saves a text as a file. */
export function saves(label: string, { type, name, text }: Saved): TemplateResult {
  const fill = ({ currentTarget }: Event): void => {
    const now = new Date();
    const link = currentTarget as HTMLAnchorElement;
    link.download = name(now);
    link.href = `data:${type};charset=utf-8,${encodeURIComponent(text(now))}`;
  };
  return html`<a download href="data:${type}," @click=${fill} @contextmenu=${fill}>${label}</a>`;
}
