import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { copies } from './copies.js';
import { KeptReview } from './kept-review.js';
import {
  asCsv,
  asJson,
  asMarkdown,
  CHECKS,
  commentedPictures,
  doneOf,
  NO_REVIEW,
  OWN_REVIEW,
  reviewedKit,
  SHOWN,
  withComment,
  type Review,
} from './review.js';
import { saves } from './saves.js';

/** The review itself: ticked here, kept in this browser with the comments on pictures, handed on as Markdown. */
export class ReviewChecklist extends LitElement {
  static override properties = { putAway: { state: true }, kept: {} };

  /** What "Begin again" has put away. */
  declare putAway: Review | undefined;
  /** Where this browser keeps it. */
  declare kept: string;
  readonly #own = new KeptReview(this);

  constructor() {
    super();
    this.kept = OWN_REVIEW;
  }

  get review(): Review {
    return this.#own.review;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { reviewer, notes } = this.review;
    return html`<div class="design design-checklist" lang="en">
      <p role="status">
        ${doneOf(this.review)}
        ${this.#own.isLost ? 'This browser keeps nothing: save the review before you leave this page.' : nothing}
      </p>
      <div class="design-scroll" tabindex="0" role="region" aria-label="Checklist">
        <table>
          <thead>
            <tr>
              <th scope="col">Element</th>
              ${Object.values(CHECKS).map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${SHOWN.map((tag) => this.#row(tag, this.review.ticked))}
          </tbody>
        </table>
      </div>
      ${this.#comments()}
      <p>
        <label>Notes<br /><textarea .value=${notes} @input=${this.#noted}></textarea></label>
      </p>
      <p>
        <label>Reviewed by<br /><input autocomplete="name" .value=${reviewer} @input=${this.#signed} /></label>
      </p>
      <p class="design-actions">
        <button type="button" @click=${copies(() => asMarkdown(this.review, reviewedKit(new Date())))}>
          Copy as Markdown
        </button>
        <output></output>
        ${this.#save('md', 'Markdown', 'text/markdown', asMarkdown)} ${this.#save('csv', 'CSV', 'text/csv', asCsv)}
        ${this.#save('json', 'JSON', 'application/json', asJson)}
        <button type="button" @click=${() => print()}>Print</button>
        <button type="button" @click=${this.#beginAgain}>Begin again</button>
        ${this.putAway ? html`<button type="button" @click=${this.#undo}>Undo: bring the review back</button>` : nothing}
      </p>
    </div>`;
  }

  #save(ending: string, name: string, type: string, write: typeof asMarkdown): TemplateResult {
    return saves(`Save as ${name}`, {
      type,
      name: (now) => `enrollkit-review-${now.toISOString().slice(0, 10)}.${ending}`,
      text: (now) => write(this.review, reviewedKit(now)),
    });
  }

  #comments(): TemplateResult {
    const comments = commentedPictures(this.review, { address: './' });
    return html`<h2>Comments on pictures</h2>
      ${
        comments.length === 0
          ? html`<p>
              None yet.
              <a href="./?path=/docs/design-pictures--docs" target="_top">Design / Pictures</a> has a field below each.
            </p>`
          : html`<ul>
              ${comments.map(
                ({ picture, link, text }) =>
                  html`<li>
                    <a href=${link} target="_blank">${picture}</a>
                    <button
                      type="button"
                      aria-label="Remove the comment on ${picture}"
                      @click=${() => this.#own.change((review) => withComment(review, picture, '', new Date()))}
                    >
                      Remove
                    </button>
                    <blockquote>${text}</blockquote>
                  </li>`,
              )}
            </ul>`
      }`;
  }

  #row(tag: string, ticked: readonly string[]): TemplateResult {
    return html`<tr>
      <th scope="row">
        <a href="./?path=/story/elements-${tag}--every-mode" target="_blank"><code>${tag}</code></a>
      </th>
      ${Object.entries(CHECKS).map(([check, name]) => {
        const id = `${tag} ${check}`;
        const isTicked = ticked.includes(id);
        return html`<td>
          <input
            type="checkbox"
            aria-label="${tag}: ${name}"
            .checked=${isTicked}
            @change=${({ target }: Event) => this.#tick(id, (target as HTMLInputElement).checked)}
          />
        </td>`;
      })}
    </tr>`;
  }

  #tick(id: string, isTicked: boolean): void {
    this.#own.change((review) => {
      const others = review.ticked.filter((each) => each !== id);
      return { ...review, ticked: isTicked ? [...others, id] : others };
    });
  }

  /** One press doesn't lose an afternoon's work. */
  #beginAgain = (): void => {
    this.putAway = this.#own.change(() => NO_REVIEW);
  };

  #undo = (): void => {
    const { putAway } = this;
    if (putAway) this.#own.change(() => putAway);
    this.putAway = undefined;
  };

  #noted = ({ target }: Event): void => {
    const notes = (target as HTMLTextAreaElement).value;
    this.#own.change((review) => ({ ...review, notes }));
  };

  #signed = ({ target }: Event): void => {
    const reviewer = (target as HTMLInputElement).value;
    this.#own.change((review) => ({ ...review, reviewer }));
  };
}

customElements.define('review-checklist', ReviewChecklist);
