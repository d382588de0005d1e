/** Of the pages in a frame: they take the platform's room and as little of its attention as they can. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 1rem; overflow-wrap: anywhere; }
/* It takes the focus when what had it is gone. */
main:focus { outline: none; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
/* A frame is as tall as its page: the choice of a status opens below the last row, and would be cut off. */
ul { list-style: none; margin: 1rem 0; padding: 0 0 20rem; display: grid; gap: 1rem; }
li { border-block-end: 1px solid color-mix(in srgb, currentcolor 25%, transparent); padding-block-end: 1rem; }
li > strong { display: block; }
form { display: grid; gap: 1rem; max-inline-size: 32rem; }
.field { display: grid; gap: 0.25rem; }
select, button { font: inherit; min-block-size: 2.75rem; padding-inline: 0.75rem; max-inline-size: 100%; }
button { justify-self: start; }
nav { display: flex; gap: 0.5rem; }
`;
