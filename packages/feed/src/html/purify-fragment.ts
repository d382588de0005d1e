import { EnrollkitError } from '@enrollkit/core';
import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';
import { ALLOWED_TAGS, OTHER_BLOCK_TAGS, TAGS_DROPPED_WHOLE } from '@enrollkit/core/description-tags.js';

/** Blocks that aren't allowed come through, so that the writer can keep their texts apart; it drops them. */
const CONFIG = {
  ALLOWED_TAGS: [...ALLOWED_TAGS, ...OTHER_BLOCK_TAGS],
  ALLOWED_ATTR: [],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  FORBID_CONTENTS: [...TAGS_DROPPED_WHOLE],
  RETURN_DOM_FRAGMENT: true,
} satisfies Config;

/** The Trusted Types policy of this file: a page that lists its policies lists this one too. */
const POLICY_NAME = 'enrollkit-html';

type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

interface PolicyFactory {
  createPolicy(name: string, rules: Record<'createHTML' | 'createScriptURL', (text: string) => string>): Policy;
}

let purify: ((html: string) => DocumentFragment) | undefined;

/** What the browser makes of the HTML, without all that could do harm. Throws `invalid` where there is no document. */
export function purifyFragment(html: string): DocumentFragment {
  purify ??= createPurify();
  return purify(html);
}

function createPurify(): (html: string) => DocumentFragment {
  // A host's DOMPurify may have hooks and a configuration of its own: this is another instance.
  const own: DOMPurify | undefined = typeof document === 'undefined' ? undefined : createDOMPurify(window);
  if (!own?.isSupported) {
    const message = 'No document to parse HTML with: import @enrollkit/feed/html/without-dom.js in a worker';
    throw new EnrollkitError('invalid', message);
  }
  const policy = createPolicy();
  const config = { ...CONFIG, ...(policy && { TRUSTED_TYPES_POLICY: policy }) };
  return (html) => own.sanitize(html, config);
}

/** Lets everything through, into a document that nothing shows and no script runs in: it is sanitized there. */
function createPolicy(): Policy | undefined {
  const { trustedTypes } = window as { readonly trustedTypes?: PolicyFactory };
  try {
    return trustedTypes?.createPolicy(POLICY_NAME, { createHTML: (html) => html, createScriptURL: () => '' });
  } catch {
    // The page doesn't allow it. That is no matter where Trusted Types aren't required.
    return undefined;
  }
}
