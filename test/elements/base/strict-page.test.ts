import type { EnrollmentStatus } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { waitUntil } from '../../support/wait-until.js';

const POLICY = [
  "default-src 'none'",
  `script-src ${location.origin}`,
  `style-src ${location.origin}`,
  `connect-src ${location.origin}`,
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

describe('On a page with a strict policy (no inline styles or scripts, Trusted Types)', () => {
  it('an element works and violates nothing', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe width="600" height="600"></iframe>`);
    frame.srcdoc = `<!doctype html><html lang="nl"><head>
      <meta http-equiv="Content-Security-Policy" content="${POLICY}">
      <base href="${location.origin}">
      <script type="module" src="${new URL('../../../packages/elements/src/enrollment-status/define.ts', import.meta.url)}"></script>
      </head><body><enrollment-status enrollment-id="e1" editable show-history></enrollment-status></body></html>`;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const page = frame.contentDocument!;
    const violations: string[] = [];
    page.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));

    const element = page.querySelector<EnrollmentStatus>('enrollment-status')!;
    element.backend = new HostRecords().backend();
    const find = (part: string) => element.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`);
    await waitUntil(() => find('label'));
    find('why-button')!.click();
    find('edit-button')!.click();
    await waitUntil(() => find('panel'));

    expect(violations).to.deep.equal([]);
    // The styles did arrive, so it wasn't the policy that kept them out.
    expect(frame.contentWindow!.getComputedStyle(find('label')!).display).to.contain('flex');
    // The policy is in force: what it forbids is noticed.
    page.body.setAttribute('style', 'color: red');
    await waitUntil(() => violations.length === 1);
  });
});
