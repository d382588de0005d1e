import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import type { BundleRun } from '../bundle-run.js';
import type { BundleWording } from '../bundle-wording.js';
import type { BundleReview } from '../review/bundle-review.js';
import { FIELD_IDS } from '../review/render-form.js';
import type { BundleNews } from './bundle-news.js';

interface Attempt {
  readonly run: BundleRun;
  readonly review: BundleReview;
  readonly news: BundleNews;
  readonly wording: BundleWording;
}

/** Sends, or goes to what is missing first. Answers whether something is. */
export function tryToSend(host: EnrollkitElement, { run, review, news, wording }: Attempt): boolean {
  if (run.isUnderWay || run.isLooking) return false;
  const { sendable } = run;
  if (sendable.length === 0) {
    host.announce(wording.bundle.nothingToSend);
    return false;
  }
  const { shared, own } = run.check();
  const isMissing = shared.length > 0 || own.size > 0 || !run.fields.isReviewed;
  if (isMissing) {
    if (own.size > 0) review.show('matched');
    const [, id] = Object.entries(FIELD_IDS).find(([path]) => shared.some((issue) => issue.path === path)) ?? [];
    void focus(host, id ? `#${id}` : own.size > 0 ? '.own [aria-invalid="true"]' : '#reviewed');
    return true;
  }
  review.show('matched');
  news.begun(sendable.length);
  run.send();
  // Another window may have begun at the same moment: then that is told.
  void focus(host, '#pause, #elsewhere');
  return false;
}

async function focus(host: EnrollkitElement, selector: string): Promise<void> {
  host.requestUpdate();
  await host.updateComplete;
  host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
