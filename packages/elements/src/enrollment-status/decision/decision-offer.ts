import type { Enrollment } from '@enrollkit/core';
import { nothing, type TemplateResult } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import type { BookingDecision, DecisionOptions } from './booking-decision.js';
import { mayDecide } from './may-decide.js';
import { morePart } from '../more/more-part.js';

/** Accept and decline, loaded where there is a request that this person may decide on. */
export class DecisionOffer {
  readonly #host: EnrollkitElement;
  readonly #options: DecisionOptions;
  #decision: BookingDecision | undefined;

  constructor(host: EnrollkitElement, options: DecisionOptions) {
    this.#host = host;
    this.#options = options;
  }

  render(enrollment: Enrollment | undefined): TemplateResult | typeof nothing {
    const { resolvedBackend } = this.#host;
    if (!enrollment) return nothing;
    if (!mayDecide('accept', enrollment, resolvedBackend) && !mayDecide('decline', enrollment, resolvedBackend)) {
      return nothing;
    }
    const { loaded } = morePart;
    if (loaded) return (this.#decision ??= new loaded.BookingDecision(this.#host, this.#options)).render(enrollment);
    void this.#load();
    return nothing;
  }

  /** Where it can't be had, where the booking stands is there to be seen. The next update tries again. */
  async #load(): Promise<void> {
    if (await morePart.load()) this.#host.requestUpdate();
  }
}
