import { html, LitElement, type TemplateResult } from 'lit';
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

interface Review {
  readonly ticked: readonly string[];
  readonly notes: string;
}

const NOTHING: Review = { ticked: [], notes: '' };

/** The review itself: ticked here, kept in this browser, handed on as Markdown. */
export class ReviewChecklist extends LitElement {
  static override properties = { review: { state: true }, kept: {} };

  declare review: Review;
  /** Where this browser keeps it. */
  declare kept: string;

  constructor() {
    super();
    this.kept = 'enrollkit-review';
    this.review = NOTHING;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.review = (JSON.parse(localStorage.getItem(this.kept) ?? 'null') as Review | null) ?? NOTHING;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What was agreed on, for an issue or a mail. */
  get markdown(): string {
    const { ticked, notes } = this.review;
    const rows = TAGS.map((tag) => {
      const cells = Object.keys(CHECKS).map((check) => (ticked.includes(`${tag} ${check}`) ? 'x' : ' '));
      return `| ${[`\`${tag}\``, ...cells].join(' | ')} |`;
    });
    const names = ['Element', ...Object.values(CHECKS)];
    const head = `| ${names.join(' | ')} |\n|${' --- |'.repeat(names.length)}`;
    return `# Review of Enrollkit\n\n${head}\n${rows.join('\n')}\n${notes && `\n${notes}\n`}`;
  }

  protected override render(): TemplateResult {
    const { ticked, notes } = this.review;
    return html`<div class="design design-checklist" lang="en">
      <p>${ticked.length} of ${TAGS.length * Object.keys(CHECKS).length} looked at.</p>
      <div class="design-scroll" tabindex="0" role="region" aria-label="Checklist">
        <table>
          <thead>
            <tr>
              <th scope="col">Element</th>
              ${Object.values(CHECKS).map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${TAGS.map((tag) => this.#row(tag, ticked))}
          </tbody>
        </table>
      </div>
      <p>
        <label>Notes<br /><textarea .value=${notes} @input=${this.#noted}></textarea></label>
      </p>
      <button type="button" @click=${copies(() => this.markdown)}>Copy as Markdown</button> <output></output>
      <a download="review.md" href="data:text/markdown;charset=utf-8,${encodeURIComponent(this.markdown)}"
        >Save as a file</a
      >
      <button type="button" @click=${() => this.#keep(NOTHING)}>Begin again</button>
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

  #noted = ({ target }: Event): void => this.#keep({ ...this.review, notes: (target as HTMLTextAreaElement).value });

  #keep(review: Review): void {
    this.review = review;
    localStorage.setItem(this.kept, JSON.stringify(review));
  }
}

customElements.define('review-checklist', ReviewChecklist);
