import { css } from 'lit';

export const productDetailsStyles = css`
  .details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
    container-type: inline-size;
    contain-intrinsic-inline-size: 33em;
    max-inline-size: var(--ek-product-details-max-inline-size, 44em);
  }

  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  bdi {
    unicode-bidi: isolate;
  }

  a {
    color: inherit;
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
  }

  .images {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: calc(var(--_space) * 2);
  }

  .images img,
  .player {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 16 / 9;
    border: 0;
    border-radius: var(--_box-radius);
    background: color-mix(in srgb, gray 12%, transparent);
    object-fit: cover;
  }

  img[hidden] {
    display: none;
  }

  .video {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(var(--_space) * 3);
    align-items: center;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_box-radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    text-decoration: none;
    cursor: pointer;
  }

  .video:hover {
    background: color-mix(in srgb, currentColor 7%, transparent);
  }

  .play {
    display: grid;
    grid-row: 1 / 3;
    place-items: center;
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .video-name {
    font-weight: 600;
  }

  .video-note {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .description {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }

  .description h3 {
    margin: 0;
    font-size: 1.0625em;
  }

  .description ul,
  .description ol {
    padding-inline-start: 1.5em;
  }

  .description ul {
    list-style: disc;
  }

  .description ol {
    list-style: decimal;
  }

  /* One stands below the other: their rings stay apart. */
  .facts a:focus-visible {
    outline-offset: 0;
  }

  .facts ul {
    list-style: none;
  }

  .fact {
    display: grid;
    grid-template-columns: minmax(0, 11em) minmax(0, 1fr);
    column-gap: calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 1.75);
    border-block-start: 1px solid var(--ek-product-details-border-color, var(--_border));
  }

  .fact:first-child {
    border-block-start: 0;
  }

  dt {
    color: var(--_muted);
  }

  .trainers {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .trainer {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .photo {
    flex: none;
    border-radius: 50%;
    object-fit: cover;
  }

  .skeleton {
    justify-self: start;
  }

  .skeleton > span {
    visibility: hidden;
  }

  @media print {
    .fact {
      break-inside: avoid;
    }
  }

  @container (max-inline-size: 28em) {
    .fact {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
