import { html, nothing, type TemplateResult } from 'lit';
import { saveBlob } from '../base/files/save-blob.js';
import { renderProblem } from '../base/reading/render-record.js';
import { countTabs, isBeingLookedAt } from './bundle-item.js';
import type { BundleRun } from './bundle-run.js';
import type { BundleWording } from './bundle-wording.js';
import { MOST_FILES } from './intake/file-matching.js';
import { renderZone } from './intake/render-zone.js';
import type { BundleRecord } from './read-roster.js';
import type { BundleReview } from './review/bundle-review.js';
import { renderForm } from './review/render-form.js';
import { renderBar, renderElsewhere } from './sending/render-bar.js';
import { reportOf } from './sending/report.js';

interface BundleView {
  readonly run: BundleRun;
  readonly record: BundleRecord;
  readonly wording: BundleWording;
  readonly review: BundleReview;
  /** Somebody wanted to send: what is missing is told. */
  readonly wasTried: boolean;
  readonly onSend: () => void;
  readonly onForget: () => void;
}

/** Choosing files, looking them over, what holds for all, and sending: as far as each has come. */
export function renderBundle(view: BundleView): TemplateResult {
  const { run, record, wording } = view;
  const { bundle } = wording;
  if (!record.mayUpload) return renderProblem(wording, 'forbidden');
  if (record.people.size === 0) return html`<p class="notice" part="notice">${bundle.noPeople}</p>`;
  const hasFiles = run.items.length > 0;
  const zone = { wording, mostFiles: MOST_FILES, isSmall: hasFiles };
  return html`${run.isElsewhere ? renderElsewhere({ run, t: bundle }) : nothing}
  ${run.isUnderWay ? nothing : renderZone({ ...zone, onFiles: (given) => void run.take(given) })}
  ${run.isLooking ? html`<p part="looking">${bundle.looking(String(run.items.filter((item) => !isBeingLookedAt(item)).length))}</p>` : nothing}
  ${hasFiles ? renderFiles(view) : nothing}`;
}

function renderFiles({ run, record, wording, review, wasTried, onSend, onForget }: BundleView): TemplateResult {
  const { sorted } = run;
  const { changed } = run.lookedOver;
  const counts = countTabs(sorted);
  const { shared, own } = wasTried ? run.check() : { shared: [], own: new Map<string, never[]>() };
  const saveReport = (): void =>
    saveBlob(new Blob([reportOf(sorted, wording)], { type: 'text/csv' }), `${wording.bundle.reportName}.csv`);
  return html`<div class="work">
    <button class="button skip" part="button" type="button" @click=${focusBehindList}>
      ${wording.bundle.skipList}
    </button>
    ${review.render({ run, record, sorted, wording, issues: own, changed })}
    ${renderForm({
      wording,
      certifications: record.certifications,
      fields: run.fields,
      initial: run.restored,
      issues: shared,
      reviewProblem:
        changed.size > 0 ? 'reviewedAgain' : wasTried && !run.fields.isReviewed ? 'reviewedMissing' : undefined,
      isBusy: run.isUnderWay,
      onInput: (fields) => run.fill(fields),
    })}
    ${renderBar({
      run,
      t: wording.bundle,
      common: wording.common,
      open: counts['to-check'] + counts['not-matched'],
      onSend,
      onReport: saveReport,
      onForget,
    })}
  </div>`;
}

/** By keyboard, three hundred rows are nine hundred stops. */
function focusBehindList(event: Event): void {
  const work = (event.currentTarget as Element).parentElement;
  work?.querySelector<HTMLElement>('#pause, :enabled:is(#certification, #valid-from)')?.focus();
}
