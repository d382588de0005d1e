import { css } from 'lit';

/** For elements with a hint inside a field: as muted as other hints, and never less, which some engines make of it. */
export const placeholderStyles = css`
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  /* Where it doesn't fit, its end is cut off and not its beginning: it runs from left to right on a page that doesn't. */
  :dir(rtl):placeholder-shown {
    direction: ltr;
    text-align: right;
  }
`;
