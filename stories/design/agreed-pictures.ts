/// <reference types="vite/client" />
import { html, LitElement, type TemplateResult } from 'lit';
import { KeptReview } from './kept-review.js';
import { pagesOf, type Picture } from './pictures.js';
import { doneOf, OWN_REVIEW, withComment, type Review } from './review.js';
import { styled } from './styled.js';

const AGREED = import.meta.glob<string>('../pictures/agreed/*.png', { query: '?url', import: 'default', eager: true });
const ELEMENTS = [...new Set(pagesOf().map(({ element }) => element))];
/** Two of them fit beside each other on a page of docs. */
const HALF = 450;

/** Each story of an element as it is now, beside the picture of it that was agreed on, and what somebody says of it. */
export class AgreedPictures extends LitElement {
  static override properties = {
    element: {},
    kept: {},
    isWhole: { state: true },
  };

  /** Of which element. */
  declare element: string;
  /** Where this browser keeps the review. */
  declare kept: string;
  /** As large as on a page: below each other. */
  declare isWhole: boolean;
  readonly #own = new KeptReview(this);

  constructor() {
    super();
    this.element = ELEMENTS[0] ?? '';
    this.kept = OWN_REVIEW;
    this.isWhole = false;
  }

  get review(): Review {
    return this.#own.review;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const commented = Object.keys(this.review.comments);
    return html`<div class="design design-pictures" lang="en">
      <p class="design-actions">
        <label
          >Element
          <select @change=${({ target }: Event) => (this.element = (target as HTMLSelectElement).value)}>
            ${ELEMENTS.map((name) => {
              const count = commented.filter((picture) => picture.startsWith(`${name}--`)).length;
              return html`<option value=${name} .selected=${name === this.element}>
                ${name}${count > 0 ? ` (${count} commented on)` : ''}
              </option>`;
            })}
          </select></label
        >
        <label
          ><input
            type="checkbox"
            .checked=${this.isWhole}
            @change=${({ target }: Event) => (this.isWhole = (target as HTMLInputElement).checked)}
          />
          Full size</label
        >
      </p>
      <p role="status">
        ${
          this.#own.isLost
            ? 'This browser keeps nothing: copy your comments before you leave this page.'
            : doneOf(this.review)
        }
        <a href="./?path=/docs/design-review--docs" target="_top">To the review, to hand it on</a>
      </p>
      ${pagesOf(this.element).map((picture) => this.#pair(picture))}
    </div>`;
  }

  #pair({ name, story, width, height, globals, path }: Picture): TemplateResult {
    const frame = { width: `${width}px`, height: `${height}px` };
    const zoom = styled({ zoom: String(this.isWhole ? 1 : Math.min(1, HALF / width)) });
    return html`<section aria-label=${name}>
      <h2>${name}</h2>
      <div class="design-pair">
        <figure>
          <figcaption>Agreed</figcaption>
          <div ${zoom}>
            <img
              alt="${name}, as agreed"
              loading="lazy"
              src=${AGREED[`../pictures/agreed/${name}.png`] ?? ''}
              ${styled(frame)}
            />
          </div>
        </figure>
        <figure>
          <figcaption>Now</figcaption>
          <div ${zoom}>
            <iframe
              title="${name}, as it is now"
              loading="lazy"
              src=${`iframe.html?id=elements-${story}&viewMode=story&globals=${globals}`}
              ${styled(frame)}
            ></iframe>
          </div>
        </figure>
      </div>
      <p>
        <label
          >Comment on ${name}<br /><textarea
            .value=${this.review.comments[name]?.text ?? ''}
            @input=${({ target }: Event) => {
              const { value } = target as HTMLTextAreaElement;
              this.#own.change((review) => withComment(review, name, value, new Date()));
            }}
          ></textarea></label
        ><br />
        <a href="./${path}" target="_blank">Open this state by itself</a>
      </p>
    </section>`;
  }
}

customElements.define('agreed-pictures', AgreedPictures);
