/** What runs on within a line. */
export const INLINE_TAGS = ['b', 'strong', 'em', 'i'] as const;

/** What stands on lines of its own. */
export const BLOCK_TAGS = ['p', 'h2', 'ul', 'ol', 'li'] as const;

/** The ten tags that a description may have. Source: SEED-X, the product feed's documentation of `Description`. */
export const ALLOWED_TAGS = [...INLINE_TAGS, ...BLOCK_TAGS, 'br'] as const;

/** Tags that are dropped, and whose text would run into the words around it if nothing came in their place. */
export const OTHER_BLOCK_TAGS: readonly string[] = [
  'address',
  'article',
  'aside',
  'blockquote',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'legend',
  'main',
  'menu',
  'nav',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
];

/** What is inside these is no text for people, or not from this page: it goes with the tag. */
export const TAGS_DROPPED_WHOLE: readonly string[] = [
  'applet',
  'audio',
  'canvas',
  'datalist',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'plaintext',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
  'xmp',
];
