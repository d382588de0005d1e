// The Content-Security-Policy for a built Storybook, in a file beside it: of Storybook's own inline scripts each by its hash, so
// that no other may run. Its styles it writes into the page as it goes. Run by `npm run build-storybook`.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../storybook-static');
const INLINE = /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs;

const scripts = ['index.html', 'iframe.html'].flatMap((page) =>
  [...readFileSync(join(FOLDER, page), 'utf8').matchAll(INLINE)].map(([, script]) => hashOf(script)),
);
const policy = {
  'default-src': "'none'",
  'script-src': ["'self'", ...new Set(scripts)].join(' '),
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
};
const lines = Object.entries(policy).map(([directive, sources]) => `${directive} ${sources}`);
writeFileSync(join(FOLDER, 'content-security-policy.txt'), `${lines.join('; ')}\n`);

function hashOf(script) {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
