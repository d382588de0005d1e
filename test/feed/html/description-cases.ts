/** What a description becomes, in Node and in every browser. */
export interface DescriptionCase {
  readonly title: string;
  readonly html: string;
  readonly becomes: string;
  /** What a browser's parser makes of it, where that is harmlessly different, and why. */
  readonly inBrowser?: { readonly becomes: string; readonly because: string };
}

const TEXT: readonly DescriptionCase[] = [
  {
    title: 'keeps the ten tags',
    html: '<h2>A</h2><p><b>b</b> <strong>c</strong> <em>d</em> <i>e</i><br>f</p><ul><li>g</li></ul><ol><li>h</li></ol>',
    becomes:
      '<h2>A</h2><p><b>b</b> <strong>c</strong> <em>d</em> <i>e</i><br>f</p><ul><li>g</li></ul><ol><li>h</li></ol>',
  },
  { title: 'keeps plain text', html: 'Leer lassen.', becomes: 'Leer lassen.' },
  { title: 'keeps nothing of nothing', html: '', becomes: '' },
  { title: 'writes tags in lower case and breaks without a slash', html: '<P>a<BR/>b</P>', becomes: '<p>a<br>b</p>' },
  {
    title: 'drops attributes',
    html: '<p class="x" style="color:red" onclick="x()" data-a=1>a</p>',
    becomes: '<p>a</p>',
  },
  {
    title: 'keeps the text of a link, underlining and unknown tags',
    html: '<p><a href="https://example.test">a</a> <u>b</u> <span>c</span> <x-y>d</x-y></p>',
    becomes: '<p>a b c d</p>',
  },
  { title: 'drops images', html: '<p>a<img src="x.png" alt="b">c</p>', becomes: '<p>ac</p>' },
  {
    title: 'puts dropped blocks on lines of their own',
    html: '<div>a</div><div>b</div><h3>c</h3>d',
    becomes: 'a\nb\nc\nd',
  },
  { title: 'puts the cells of a table apart', html: '<table><tr><td>a</td><td>b</td></tr></table>', becomes: 'a\nb' },
  { title: 'ends a paragraph where another block begins', html: '<p>a<div>b</div>c</p>', becomes: '<p>a</p>b\nc' },
  {
    title: 'keeps white space as it is',
    html: ' <p>a\t b\n</p> ',
    becomes: ' <p>a\t b\n</p> ',
  },
  { title: 'writes one kind of line end', html: '<p>a\r\nb\rc</p>', becomes: '<p>a\nb\nc</p>' },
  {
    title: 'decodes references once, and escapes what has to be',
    html: '<p>&eacute;&euro;&#233;&#xE9; &amp;lt; &lt;b&gt; A&B a < b > c</p>',
    becomes: '<p>é€éé &amp;lt; &lt;b&gt; A&amp;B a &lt; b &gt; c</p>',
  },
  {
    title: 'decodes references without a semicolon as browsers do',
    html: '<p>&copy 2026 &notit; &nosuch;</p>',
    becomes: '<p>© 2026 ¬it; &amp;nosuch;</p>',
  },
  { title: 'keeps a hard space', html: '<p>&nbsp;</p>', becomes: '<p>\u00a0</p>' },
  { title: 'keeps every script and emoji', html: '<p>漢字 العربية 👩🏽‍🏫</p>', becomes: '<p>漢字 العربية 👩🏽‍🏫</p>' },
  { title: 'drops what XML has no character for', html: '<p>a\u0001b&#8;c\uFFFEd\uD800e</p>', becomes: '<p>abcde</p>' },
  { title: 'drops null bytes', html: '<p>a\0b</p><b\0>c</b>', becomes: '<p>ab</p>c' },
];

const NESTING: readonly DescriptionCase[] = [
  { title: 'closes what was left open', html: '<ul><li><b>a', becomes: '<ul><li><b>a</b></li></ul>' },
  { title: 'drops ends of nothing', html: 'a</b></ul></li></em></h2>b', becomes: 'ab' },
  { title: 'drops empty elements', html: '<p></p><b></b><ul><li></li></ul>a', becomes: 'a' },
  { title: 'closes a paragraph before the next', html: '<p>a<p>b', becomes: '<p>a</p><p>b</p>' },
  {
    title: 'closes a paragraph before a heading or list',
    html: '<p>a<h2>b</h2><p>c<ul><li>d</ul>',
    becomes: '<p>a</p><h2>b</h2><p>c</p><ul><li>d</li></ul>',
  },
  { title: 'closes an item before the next', html: '<ul><li>a<li>b</ul>', becomes: '<ul><li>a</li><li>b</li></ul>' },
  {
    title: 'keeps lists in items',
    html: '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
    becomes: '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
  },
  { title: 'puts crossed emphasis in order', html: '<b>a<i>b</b>c</i>d', becomes: '<b>a<i>b</i></b><i>c</i>d' },
  {
    title: 'puts emphasis into the blocks that it is around',
    html: '<b><p>a</p><p>b</p></b>c',
    becomes: '<p><b>a</b></p><p><b>b</b></p>c',
  },
  {
    title: 'goes on with emphasis that a block ended in',
    html: '<p><b>a</p><p>b</b>c</p>',
    becomes: '<p><b>a</b></p><p><b>b</b>c</p>',
  },
  { title: 'writes emphasis once', html: '<b><b>a</b>b</b>c', becomes: '<b>ab</b>c' },
  { title: 'lets a heading hold text only', html: '<h2><p>a</p>b</h2>c', becomes: '<p>a</p>bc' },
  { title: 'takes items out that are in no list', html: '<li>a<li>b', becomes: 'a\nb' },
  {
    title: 'keeps text that is in a list but in no item',
    html: '<ul>a<li>b</li></ul>',
    becomes: '<ul>a<li>b</li></ul>',
  },
];

const HOSTILE: readonly DescriptionCase[] = [
  { title: 'drops scripts with what is in them', html: '<p>a<script>alert(1)</script>b</p>', becomes: '<p>ab</p>' },
  {
    title: "drops styles, frames, objects, templates and forms' fields",
    html: 'a<style>p{}</style><iframe srcdoc="x">b</iframe><object data=x>c</object><template>d</template><textarea>e</textarea><select><option>f</select>g',
    becomes: 'ag',
  },
  {
    title: 'drops drawings and formulas',
    html: 'a<svg onload=alert(1)><text>b</text></svg><math><mi>c</mi></math>d',
    becomes: 'ad',
  },
  { title: 'drops a self-closed drawing only', html: 'a<svg/>b', becomes: 'ab' },
  {
    title: 'drops a script that another is put around',
    html: '<scr<script>ipt>alert(1)</scr</script>ipt>',
    becomes: 'ipt&gt;alert(1)ipt&gt;',
  },
  {
    title: 'drops event handlers whatever is around them',
    html: '<p/onclick=alert(1)>a</p><b\nonmouseover\n=\n"alert(1)">b</b>',
    becomes: '<p>a</p><b>b</b>',
  },
  {
    title: 'drops links that would run scripts',
    html: '<a href="javascript:alert(1)">a</a><a href="&#106;avascript:alert(1)">b</a>',
    becomes: 'ab',
  },
  { title: 'drops comments', html: 'a<!-- <b>x</b> -->b<!-->c<!--->d<!--->e-->f', becomes: 'abcde--&gt;f' },
  {
    title: 'drops what pretends to be a comment or declaration',
    html: 'a<!x>b<?php echo 1 ?>c</ x>d<!DOCTYPE html>e',
    becomes: 'abcde',
  },
  {
    title: 'drops CDATA',
    html: 'a<![CDATA[<b>x</b>]]>b',
    becomes: 'ab',
    inBrowser: { becomes: 'ax]]&gt;b', because: 'a browser takes it for a comment that ends at the first ">"' },
  },
  { title: 'drops an unfinished tag', html: 'a<p title="b', becomes: 'a' },
  { title: 'drops an unfinished comment', html: 'a<!-- b', becomes: 'a' },
  { title: 'drops everything behind an unclosed script', html: 'a<script>b<p>c</p>', becomes: 'a' },
  { title: 'drops everything behind plaintext', html: 'a<plaintext>b</plaintext><b>c', becomes: 'a' },
  {
    title: 'is not fooled by noscript',
    html: 'a<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>b',
    becomes: 'ab',
    inBrowser: { becomes: 'a', because: 'a paragraph that is open in it keeps it open' },
  },
  {
    title: 'is not fooled by a style in a drawing',
    html: '<svg><style><img src=x onerror=alert(1)></style></svg>a',
    becomes: 'a',
  },
  {
    title: 'is not fooled by a paragraph in a drawing',
    html: '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    becomes: '',
    inBrowser: { becomes: '"&gt;', because: 'the end of a paragraph ends a drawing' },
  },
  {
    title: 'is not fooled by a formula in a form',
    html: '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    becomes: '',
  },
  {
    title: 'is not fooled by tables in formulas',
    html: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    becomes: '',
  },
  {
    title: 'is not fooled by templates in templates',
    html: '<template><template></template><script>x</script></template>a',
    becomes: 'a',
  },
  {
    title: 'is not fooled by references to markup',
    html: '&lt;script&gt;alert(1)&lt;/script&gt;&#60;img src=x onerror=alert(1)&#62;',
    becomes: '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;',
  },
  {
    title: 'is not fooled by references to references',
    html: '&amp;lt;script&amp;gt;',
    becomes: '&amp;lt;script&amp;gt;',
  },
  {
    title: 'is not fooled by names of properties',
    html: '<constructor>a</constructor><__proto__>b</__proto__><form><input name=parentNode></form><p>c</p>',
    becomes: 'a&lt;__proto__&gt;b<p>c</p>',
  },
  {
    title: 'takes a whole document',
    html: '<!DOCTYPE html><html><head><title>a</title><style>b</style></head><body onload=x()><p>c</p></body></html>',
    becomes: '<p>c</p>',
  },
];

const LONG = 100_000;

/** As big as a text in a feed may be. Titles only: the texts would fill a screen. */
const BIG: readonly DescriptionCase[] = [
  {
    title: 'takes 10,000 lists in lists',
    html: `${'<ul><li>'.repeat(10_000)}a${'</li></ul>'.repeat(10_000)}b`,
    becomes: `${'<ul><li>'.repeat(8)}a${'</li></ul>'.repeat(8)}b`,
  },
  { title: 'takes 2,000 tags in tags', html: `${'<b><span><i>'.repeat(2000)}a`, becomes: '<b><i>a</i></b>' },
  { title: 'takes 100,000 characters of text', html: 'a '.repeat(LONG / 2), becomes: 'a '.repeat(LONG / 2) },
  { title: 'takes 2,000 paragraphs', html: '<p>a'.repeat(2000), becomes: '<p>a</p>'.repeat(2000) },
  { title: 'takes 100,000 characters of unfinished tags', html: '<'.repeat(LONG), becomes: '&lt;'.repeat(LONG) },
  { title: 'takes 100,000 characters of ampersands', html: '&'.repeat(LONG), becomes: '&amp;'.repeat(LONG) },
];

export const DESCRIPTION_CASES: readonly DescriptionCase[] = [...TEXT, ...NESTING, ...HOSTILE, ...BIG];
