import { html, nothing, type TemplateResult } from 'lit';
import type { CommonTerms } from '../../terms/common.js';
import { warningIcon } from '../icons.js';
import { isRetryable, type Problem } from '../backend/problem.js';
import type { RecordState } from './record-controller.js';

/** The part of an element that this needs. */
interface Speaker {
  readonly common: CommonTerms;
}

/** The part of a `RecordController` that is shown, whatever it reads. */
interface ShownRecord<Shown> {
  readonly state: RecordState<Shown>;
  reload(): void;
}

/** One sentence on what happened and what to do. */
export function sayProblem({ errors }: CommonTerms, problem: Problem | 'not-loaded'): string {
  const sentences: Readonly<Partial<Record<typeof problem, string>>> = { ...errors };
  return sentences[problem] ?? errors.internal;
}

/** That sentence, and the one thing to do. */
export function renderProblem(host: Speaker, problem: Problem | 'not-loaded', retry?: () => void): TemplateResult {
  const { common } = host;
  return html`<div class="problem" part="problem">
    ${warningIcon}
    <span class="problem-text"><bdi>${sayProblem(common, problem)}</bdi></span>
    ${
      retry && problem !== 'not-loaded' && isRetryable(problem)
        ? html`<button class="button" part="button retry-button" type="button" @click=${retry}>${common.retry}</button>`
        : nothing
    }
  </div>`;
}

/** Loading, missing, failed and ready, the same way in every element. */
export function renderRecord<Shown>(
  host: Speaker,
  controller: ShownRecord<Shown>,
  views: {
    readonly loading: () => TemplateResult;
    readonly ready: (record: Shown) => TemplateResult;
  },
): TemplateResult {
  const state = controller.state;
  const retry = (): void => controller.reload();
  switch (state.kind) {
    case 'loading':
      return views.loading();
    case 'missing':
      return renderProblem(host, 'not-found');
    case 'failed':
      return renderProblem(host, state.problem, retry);
    case 'ready':
      return html`${views.ready(state.record)}${state.problem ? renderProblem(host, state.problem, retry) : nothing}`;
  }
}
