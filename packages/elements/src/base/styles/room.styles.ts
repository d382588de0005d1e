import { css } from 'lit';

/**
 * For elements that lay themselves out by the room that they have, which tells their parent nothing of what is in them. They
 * would like to be as wide as their part says (`contain-intrinsic-inline-size`), so that they don't vanish in a parent that
 * fits its content, and take less where there is less: a fieldset, a cell of a table or a row of boxes gets no wider for them.
 */
export const roomStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, auto);
    min-inline-size: 0;
  }
`;
