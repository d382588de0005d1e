import { css } from 'lit';

export const certificateUploadStyles = css`
  :host {
    --_gap: calc(var(--_space) * 4);
    --_field-border: var(--ek-field-border, color-mix(in srgb, currentColor 52%, transparent));
    --_zone-height: var(--ek-certificate-upload-zone-height, 7em);
    --_zone-background: var(--ek-certificate-upload-zone-background);
  }

  [hidden],
  .field-error:empty {
    display: none !important;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space) var(--_gap);
    margin-block-end: calc(var(--_space) * -2);
  }

  h2 {
    margin: 0;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.4;
  }

  p {
    margin: 0;
  }

  form,
  .root,
  .field {
    display: grid;
    /* A long word must break, not make the page wider. */
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }

  .root {
    gap: calc(var(--_space) * 5);
  }

  .field {
    align-content: start;
    gap: var(--_space);
  }

  .dates {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11em), 1fr));
    gap: var(--_gap);
    max-inline-size: 32em;
  }

  input[type='date'],
  select {
    min-block-size: calc(var(--_target) + 8px);
    inline-size: 100%;
    max-inline-size: 32em;
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: var(--ek-certificate-upload-field-background, transparent);
    color: inherit;
    font: inherit;
  }

  select > option {
    background: Canvas;
    color: CanvasText;
  }

  [aria-invalid='true'],
  .zone:has([aria-invalid='true']),
  :host(:state(invalid):not(:state(dragging))) .zone {
    border-color: var(--_danger);
  }

  .field-error,
  .danger {
    color: var(--_danger);
  }

  .check {
    display: flex;
    align-items: start;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.5em) / 2);
    cursor: pointer;
  }

  .check > input {
    margin: 0.1875em 0;
  }

  .indented {
    padding-inline-start: calc(1.125em + var(--_space) * 2);
  }

  [type='submit'] {
    justify-self: start;
    padding-inline: calc(var(--_space) * 5);
    min-block-size: calc(var(--_target) + 8px);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) var(--_gap);
    padding: calc(var(--_space) * 3) var(--_gap);
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_muted);
    border-radius: var(--_radius);
  }

  .notice > p {
    flex: 1 1 18em;
  }

  /* While loading, the form stands there with its real size and nothing to read. */
  .placeholder :is(.zone, input, .button, label, p) {
    border-color: transparent;
    border-radius: var(--_radius);
    background: color-mix(in srgb, gray 20%, transparent);
    color: transparent;
    forced-color-adjust: none;
  }

  .placeholder :is(.zone *, label *),
  .placeholder ::-webkit-calendar-picker-indicator {
    visibility: hidden;
  }

  @media (prefers-reduced-motion: no-preference) {
    .placeholder {
      animation: ek-pulse 1.6s ease-in-out infinite alternate;
    }
  }

  /* A heading of nothing but a form is none on paper. */
  @media print {
    form,
    .root:not(:has([part='uploaded'])) {
      display: none;
    }
  }
`;
