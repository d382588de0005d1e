import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { TAGS } from '../../.storybook/manifest.js';
import { copies } from './copies.js';

/** What is looked at, in this order: a toolbar each, or a way to use it. */
const CHECKS = {
  states: 'Every state',
  words: 'Words, every language',
  dark: 'Dark',
  brands: 'Three brands',
  rtl: 'Right to left',
  narrow: '320 px',
  forced: 'Forced colours',
  motion: 'Reduced motion',
  long: 'Long texts',
  slow: 'Slow, failing',
  keys: 'Keys only',
  reader: 'Screen reader',
} as const;

/** What there is to see. */
const SHOWN = TAGS.filter((tag) => tag !== 'enrollkit-backend');

interface Review {
  readonly ticked: readonly string[];
  readonly notes: string;
}

const NOTHING: Review = { ticked: [], notes: '' };

/** The review itself: ticked here, kept in this browser, handed on as Markdown. */
export class ReviewChecklist extends LitElement {
  static override properties = { review: { state: true }, putAway: { state: true }, kept: {} };

  declare review: Review;
  /** What "Begin again" has put away. */
  declare putAway: Review | undefined;
  /** Where this browser keeps it. */
  declare kept: string;

  constructor() {
    super();
    this.kept = 'enrollkit-review';
    this.review = NOTHING;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.review = readReview(this.kept);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What was agreed on, for an issue or a mail. */
  get markdown(): string {
    const { ticked, notes } = this.review;
    const rows = SHOWN.map((tag) => {
      const cells = Object.keys(CHECKS).map((check) => (ticked.includes(`${tag} ${check}`) ? 'x' : ' '));
      return `| ${[`\`${tag}\``, ...cells].join(' | ')} |`;
    });
    const names = ['Element', ...Object.values(CHECKS)];
    const head = `| ${names.join(' | ')} |\n|${' --- |'.repeat(names.length)}`;
    return `# Review of Enrollkit\n\n${head}\n${rows.join('\n')}\n${notes && `\n${notes}\n`}`;
  }

  /** The same for a spreadsheet: a line for each thing to look at. */
  get csv(): string {
    const { ticked, notes } = this.review;
    const rows = SHOWN.flatMap((tag) =>
      Object.entries(CHECKS).map(([check, name]) => [tag, name, ticked.includes(`${tag} ${check}`) ? 'yes' : 'no']),
    );
    const lines = [['Element', 'Looked at', 'Done'], ...rows, ...(notes ? [['', 'Notes', notes]] : [])];
    // With the mark that has spreadsheets read it as UTF-8.
    return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
  }

  protected override render(): TemplateResult {
    const { ticked, notes } = this.review;
    const all = SHOWN.length * Object.keys(CHECKS).length;
    return html`<div class="design design-checklist" lang="en">
      <p role="status">${ticked.length} of ${all} looked at.</p>
      <div class="design-scroll" tabindex="0" role="region" aria-label="Checklist">
        <table>
          <thead>
            <tr>
              <th scope="col">Element</th>
              ${Object.values(CHECKS).map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${SHOWN.map((tag) => this.#row(tag, ticked))}
          </tbody>
        </table>
      </div>
      <p>
        <label>Notes<br /><textarea .value=${notes} @input=${this.#noted}></textarea></label>
      </p>
      <button type="button" @click=${copies(() => this.markdown)}>Copy as Markdown</button> <output></output>
      <a download="review.md" href="data:text/markdown;charset=utf-8,${encodeURIComponent(this.markdown)}"
        >Save as Markdown</a
      >
      <a download="review.csv" href="data:text/csv;charset=utf-8,${encodeURIComponent(this.csv)}">Save as CSV</a>
      <button type="button" @click=${() => print()}>Print</button>
      <button type="button" @click=${this.#beginAgain}>Begin again</button>
      ${this.putAway ? html`<button type="button" @click=${this.#undo}>Undo: bring the ticks back</button>` : nothing}
    </div>`;
  }

  #row(tag: string, ticked: readonly string[]): TemplateResult {
    return html`<tr>
      <th scope="row"><code>${tag}</code></th>
      ${Object.entries(CHECKS).map(([check, name]) => {
        const id = `${tag} ${check}`;
        const isTicked = ticked.includes(id);
        const next = isTicked ? ticked.filter((each) => each !== id) : [...ticked, id];
        return html`<td>
          <input
            type="checkbox"
            aria-label="${tag}: ${name}"
            .checked=${isTicked}
            @change=${() => this.#keep({ ...this.review, ticked: next })}
          />
        </td>`;
      })}
    </tr>`;
  }

  /** One press doesn't lose an afternoon's work. */
  #beginAgain = (): void => {
    this.putAway = this.review;
    this.#keep(NOTHING);
  };

  #undo = (): void => {
    if (this.putAway) this.#keep(this.putAway);
    this.putAway = undefined;
  };

  #noted = ({ target }: Event): void => this.#keep({ ...this.review, notes: (target as HTMLTextAreaElement).value });

  #keep(review: Review): void {
    this.review = review;
    try {
      localStorage.setItem(this.kept, JSON.stringify(review));
    } catch {
      // A browser that keeps nothing: the list is there until the page is left.
    }
  }
}

/** What was kept, if it can be read: a browser may keep nothing, or something else under this name. */
function readReview(kept: string): Review {
  try {
    const { ticked, notes } = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Review>;
    return { ticked: Array.isArray(ticked) ? ticked : [], notes: typeof notes === 'string' ? notes : '' };
  } catch {
    return NOTHING;
  }
}

/** In quotes, and never a formula. */
const csvCell = (text: string): string => `"${text.replace(/^(?=[=+\-@])/, "'").replaceAll('"', '""')}"`;

customElements.define('review-checklist', ReviewChecklist);
