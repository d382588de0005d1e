import { css } from 'lit';

export const enrollmentStatusStyles = css`
  p {
    margin: 0;
  }

  .row {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target);
  }

  .edit,
  .link {
    color: var(--_muted);
    outline-offset: 0;
  }

  /* A pencil. */
  .edit::before {
    content: '';
    inline-size: 1em;
    block-size: 1em;
    background: currentColor;
    clip-path: polygon(
      evenodd,
      67.5% 11.1%,
      88.9% 32.5%,
      35.8% 85.6%,
      8.4% 91.6%,
      14.4% 64.2%,
      67.5% 11.1%,
      67.5% 22.6%,
      77.4% 32.5%,
      31.7% 78.2%,
      19.1% 80.9%,
      21.8% 68.3%,
      67.5% 22.6%
    );
  }

  @media (forced-colors: active) {
    .edit::before {
      forced-color-adjust: none;
      background: ButtonText;
    }
  }

  .edit:hover,
  .edit[aria-expanded='true'] {
    color: inherit;
  }

  .next,
  [part='why'] {
    margin-block-start: var(--_space);
  }

  /* Its ring lies close: words end a space before it, and those of the line above come down to two pixels above it. */
  .link {
    min-block-size: 24px;
    padding: 0 1px;
    border: 0;
    gap: 2px;
  }

  .link:hover {
    background: none;
    color: inherit;
    text-decoration: underline;
  }

  .link[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  [part='why'] {
    color: var(--_muted);
  }
`;
