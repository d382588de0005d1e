/** Of the pages in a frame: they take the platform's room and as little of its attention as they can. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 1rem; overflow-wrap: anywhere; }
/* It takes the focus when what had it is gone. */
main:focus { outline: none; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
p { margin: 0 0 1rem; }
/* A frame is as tall as its page: the choice of a status opens below the last row, and would be cut off. */
main:has(ul) { padding-block-end: 20rem; }
ul { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: 1rem; }
li { border-block-end: 1px solid color-mix(in srgb, currentcolor 25%, transparent); padding-block-end: 1rem; }
li > strong { display: block; }
li > p { margin: 0; }
/* The longest name of a course makes no choice wider than the frame. */
form + form { margin-block-start: 1rem; }
form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; max-inline-size: 32rem; }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.25rem; }
/* As the elements beside them. */
input, select, button { box-sizing: border-box; font: inherit; color: inherit; min-block-size: 2.75rem; max-inline-size: 100%; padding: 0.25rem 0.75rem; border: 1px solid color-mix(in srgb, currentcolor 55%, transparent); border-radius: 6px; background: Canvas; }
button { justify-self: start; cursor: pointer; }
button:hover { background: color-mix(in srgb, currentcolor 8%, Canvas); }
:is(button, input, select):focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
nav { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
`;
