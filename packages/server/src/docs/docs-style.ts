/** The sheet of the documentation. */
export const DOCS_STYLE = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --ink: #16212e; --soft: #4b5a6a; --line: #d5dde5; --panel: #f4f7fa; --link: #0b57a4;
  --get: #0b6b3a; --post: #0b57a4; --put: #7a4a00; --patch: #6a3aa0; --delete: #a1232b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10161d; --ink: #e7edf3; --soft: #a9b7c5; --line: #2d3a47; --panel: #18212b; --link: #7db8f2;
    --get: #6fd09b; --post: #7db8f2; --put: #e5b567; --patch: #c3a1f0; --delete: #f0949a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-block-start: 4.5rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
a { color: var(--link); }
a:focus-visible, pre:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
header {
  position: sticky; inset-block-start: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem;
  align-items: baseline; padding: .75rem 1.5rem; background: var(--page); border-block-end: 1px solid var(--line);
}
.home { color: inherit; font-weight: 650; text-decoration: none; }
header nav { display: flex; gap: 1.25rem; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { position: static; display: block; padding: .5rem 1.5rem; }
.layout { display: grid; grid-template-columns: minmax(0, 1fr); max-inline-size: 80rem; margin-inline: auto; }
@media (min-width: 60rem) { .layout:has(.contents) { grid-template-columns: 17rem minmax(0, 1fr); } }
.contents { padding: 1.5rem; font-size: .9rem; }
@media (min-width: 60rem) {
  .contents { position: sticky; inset-block-start: 3.5rem; align-self: start; max-block-size: calc(100vh - 3.5rem); overflow: auto; }
}
.contents h2 { margin: 1rem 0 .25rem; color: var(--soft); font-size: .8rem; }
.contents ul { margin: 0; padding: 0; list-style: none; }
.contents a { display: block; padding-block: .2rem; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
main { padding: 1rem 1.5rem 6rem; }
main p, main li, dd { max-inline-size: 70ch; }
h1 { margin-block: .5rem 1rem; font-size: 1.9rem; line-height: 1.2; }
main h2 { margin-block: 3rem .5rem; padding-block-end: .35rem; border-block-end: 1px solid var(--line); }
article { margin-block-start: 2.5rem; }
h3 { margin-block: 0 .35rem; font-size: 1.15rem; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
h4 { margin-block: 1.25rem .35rem; color: var(--soft); font-size: .85rem; }
code, pre { font: .875rem/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.request { margin-block: .25rem .75rem; }
.method { font: 700 .8rem/1 ui-monospace, Consolas, monospace; }
.get { color: var(--get); } .post { color: var(--post); } .put { color: var(--put); }
.patch { color: var(--patch); } .delete { color: var(--delete); }
dl { margin: 0; } dt { margin-block-start: .5rem; } dd { margin-inline-start: 0; color: var(--soft); } dd p { margin-block: .1rem; }
.place { color: var(--soft); font-size: .85rem; }
figure { margin: .5rem 0; }
figcaption { color: var(--soft); font-size: .85rem; }
pre {
  max-block-size: 24rem; margin: .25rem 0; padding: .75rem 1rem; overflow: auto;
  background: var(--panel); border: 1px solid var(--line); border-radius: .4rem;
}
details { margin-block: .35rem; } summary { cursor: pointer; } .answer { margin-block: .35rem; padding-inline-start: 1rem; }
.status { font-weight: 700; } .s2 { color: var(--get); } .s4, .s5 { color: var(--delete); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .92rem; }
th, td { padding: .45rem .75rem .45rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
tr:target, article:target { background: var(--panel); }
@media (forced-colors: active) { pre, th, td { border-color: CanvasText; } }
@media print { header, .contents { display: none; } details > * { display: block; } }
`.trim();
