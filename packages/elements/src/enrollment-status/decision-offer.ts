import type { Enrollment } from '@enrollkit/core';
import { nothing, type TemplateResult } from 'lit';
import type { HostBackend } from '../base/backend/backend-context.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import type { BookingDecision, DecisionOptions } from './booking-decision.js';

/** Accept and decline, loaded where there is a request that this person may decide on. */
export class DecisionOffer {
  readonly #host: EnrollkitElement;
  readonly #options: DecisionOptions;
  #decision: BookingDecision | 'loading' | undefined;

  constructor(host: EnrollkitElement, options: DecisionOptions) {
    this.#host = host;
    this.#options = options;
  }

  render(enrollment: Enrollment | undefined): TemplateResult | typeof nothing {
    if (!enrollment || !canDecide(enrollment, this.#host.resolvedBackend)) return nothing;
    if (this.#decision === undefined) void this.#load();
    return typeof this.#decision === 'object' ? this.#decision.render(enrollment) : nothing;
  }

  async #load(): Promise<void> {
    this.#decision = 'loading';
    try {
      const { BookingDecision: Decision } = await import('./booking-decision.js');
      this.#decision = new Decision(this.#host, this.#options);
      this.#host.requestUpdate();
    } catch {
      // Where the booking stands is there to be seen. The next update tries again.
      this.#decision = undefined;
    }
  }
}

/** The backend has to say so: who doesn't know whether they may isn't asked to decide about others. */
function canDecide({ allowed, bookingState }: Enrollment, backend: HostBackend = {}): boolean {
  const canAccept = typeof backend.acceptEnrollment === 'function' && allowed?.includes('enrollment.accept');
  const canDecline = typeof backend.declineEnrollment === 'function' && allowed?.includes('enrollment.decline');
  return Boolean(bookingState === 'requested' ? canAccept || canDecline : bookingState === 'declined' && canAccept);
}
