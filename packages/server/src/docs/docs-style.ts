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
  align-items: baseline; padding: .75rem max(1.5rem, (100% - 77rem) / 2); background: var(--page); border-block-end: 1px solid var(--line);
}
.home { color: inherit; font-weight: 650; text-decoration: none; }
header nav { display: flex; gap: 1.25rem; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { position: static; display: block; padding: .5rem 1.5rem; }
.layout {
  display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2.5rem;
  max-inline-size: 80rem; margin-inline: auto; padding: 1rem 1.5rem 6rem;
}
/* On a phone: what it is, the nouns to go to, then all of it. */
.contents { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: 1rem; font-size: .9rem; }
.contents h2 { margin: 0; font-size: inherit; font-weight: 550; }
.contents h2 a {
  display: block; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--panel);
}
.contents a { text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents ul { display: none; margin: 0; padding: 0; list-style: none; }
@media (max-width: 40rem) {
  html { scroll-padding-block-start: 1rem; }
  header { position: static; padding-inline: 1rem; }
  header nav { flex-wrap: wrap; gap: 0 1.25rem; }
  header nav a { padding-block: .3rem; }
  .layout { padding-inline: 1rem; }
}
@media (min-width: 60rem) {
  .layout:has(> .contents) { grid-template-columns: 17rem minmax(0, 1fr); grid-template-rows: auto 1fr; }
  .contents {
    position: sticky; inset-block-start: 3.5rem; grid-area: 1 / 1 / 3 / 2; display: block; align-self: start;
    max-block-size: calc(100vh - 3.5rem); margin: 0; padding-block: 0 1.5rem; overflow: auto;
  }
  .contents h2 { margin: 1rem 0 .25rem; font-size: .8rem; font-weight: 700; }
  .contents h2 a { padding: 0; border: 0; background: none; color: var(--soft); }
  .contents ul { display: block; }
  .contents li a { display: block; padding-block: .2rem; }
}
main p, main li, dd { max-inline-size: 70ch; }
h1 { margin-block: .5rem 1rem; font-size: 1.9rem; line-height: 1.2; }
section > h2 { margin-block: 3rem .5rem; padding-block-end: .35rem; border-block-end: 1px solid var(--line); }
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
th[scope=row] { min-inline-size: 11rem; }
table { border-collapse: collapse; font-size: .92rem; }
th, td { padding: .45rem .75rem .45rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
@media (max-width: 40rem) {
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, th[scope=row], td { display: block; }
  tr { padding-block: .6rem; border-block-end: 1px solid var(--line); }
  th, td { padding: .1rem 0; border: 0; }
  td[data-label]::before { content: attr(data-label) ' '; color: var(--soft); }
}
tr:target, article:target { background: var(--panel); }
@media (forced-colors: active) { pre, th, td { border-color: CanvasText; } }
@media print { header, .contents { display: none; } details > * { display: block; } }
`.trim();
