import { css } from 'lit';

export const invoiceUploadStyles = css`
  :host {
    --_gap: calc(var(--_space) * 4);
    --_field-border: var(--ek-field-border, color-mix(in srgb, currentColor 52%, transparent));
    --_zone-height: var(--ek-invoice-upload-zone-height, 6em);
    --_zone-background: var(--ek-invoice-upload-zone-background);
  }

  .root {
    display: grid;
    /* A long word must break, not make the page wider. */
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }

  [role='alert'] > * {
    margin-block-start: calc(var(--_space) * 2);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) var(--_gap);
  }

  .elsewhere {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    text-align: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .sketch .zone {
    border-color: transparent;
    background: color-mix(in srgb, gray 20%, transparent);
  }

  @media print {
    form {
      display: none;
    }
  }
`;
