import { css } from 'lit';

/**
 * Short facts with a dot between them. Each has its dot in the gap before it, so no line ends with one; where one begins the dot
 * lies outside, and is cut off.
 */
export const dottedStyles = css`
  .dotted {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    overflow-x: clip;
  }

  .dotted > ::before {
    display: inline-block;
    inline-size: 1em;
    margin-inline-start: -1em;
    content: '·';
    text-align: center;
  }
`;
