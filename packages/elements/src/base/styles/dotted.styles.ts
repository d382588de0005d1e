import { css } from 'lit';

/** Short facts with a dot between them. No line begins or ends with a dot: there it lies outside, and is cut off. */
export const dottedStyles = css`
  .dotted {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
    overflow-x: clip;
  }

  .dotted > * {
    position: relative;
    margin-inline-start: -1em;
    padding-inline-start: 1em;
  }

  .dotted > ::before {
    position: absolute;
    inset-inline-start: 0;
    inline-size: 1em;
    content: '·';
    text-align: center;
  }
`;
