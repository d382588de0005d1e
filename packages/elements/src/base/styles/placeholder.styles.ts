import { css } from 'lit';

/** For elements with a hint inside a field: as muted as other hints, and never less, which some engines make of it. */
export const placeholderStyles = css`
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
`;
