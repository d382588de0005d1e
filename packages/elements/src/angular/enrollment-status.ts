// Generated from the elements by `npm run manifest`.
import '../enrollment-status/define.js';
import * as i0 from '@angular/core';
import type { EnrollmentStatus as EnrollmentStatusElement } from '../enrollment-status/define.js';
import { ElementDirective } from './element-directive.js';

/** Shows the participation status of an enrollment, why it is so and what comes next; with a pencil to change it. A request that nobody has decided on yet says so, and can be accepted or declined here. Once it is in `imports`, a template knows `<enrollment-status>`. */
export class EnrollmentStatus extends ElementDirective<EnrollmentStatusElement> {
  /** Which enrollment to show. */
  declare enrollmentId: EnrollmentStatusElement['enrollmentId'];

  /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked until it changes. */
  declare enrollment: EnrollmentStatusElement['enrollment'];

  /** Offers the pencil, and the decision on a request, to whoever may change it as far as the backend says. */
  declare editable: EnrollmentStatusElement['editable'];

  /** Always shows the history, not only after asking why. */
  declare showHistory: EnrollmentStatusElement['showHistory'];

  /** Label and pencil only, for lists. */
  declare compact: EnrollmentStatusElement['compact'];

  /** `host`: shows the status as the backend has it; the kit's rules change nothing. Else as the backend says. */
  declare rules: EnrollmentStatusElement['rules'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: EnrollmentStatusElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: EnrollmentStatusElement['locale'];

  declare static ngAcceptInputType_enrollmentId: EnrollmentStatusElement['enrollmentId'] | null | undefined;
  declare static ngAcceptInputType_enrollment: EnrollmentStatusElement['enrollment'] | null | undefined;
  declare static ngAcceptInputType_editable:
    EnrollmentStatusElement['editable'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_showHistory:
    EnrollmentStatusElement['showHistory'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_compact:
    EnrollmentStatusElement['compact'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_rules: EnrollmentStatusElement['rules'] | null | undefined;
  declare static ngAcceptInputType_backend: EnrollmentStatusElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: EnrollmentStatusElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: EnrollmentStatus,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<EnrollmentStatus, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    EnrollmentStatus,
    'enrollment-status',
    never,
    {
      enrollmentId: { alias: 'enrollmentId'; required: false };
      enrollment: { alias: 'enrollment'; required: false };
      editable: { alias: 'editable'; required: false };
      showHistory: { alias: 'showHistory'; required: false };
      compact: { alias: 'compact'; required: false };
      rules: { alias: 'rules'; required: false };
      backend: { alias: 'backend'; required: false };
      locale: { alias: 'locale'; required: false };
    },
    Record<never, never>,
    never,
    never,
    true
  > = i0.ɵɵngDeclareDirective({
    minVersion: '16.1.0',
    version: '21.0.0',
    ngImport: i0,
    type: EnrollmentStatus,
    isStandalone: true,
    selector: 'enrollment-status',
    usesOnChanges: true,
    inputs: {
      enrollmentId: 'enrollmentId',
      enrollment: 'enrollment',
      editable: ['editable', 'editable', i0.booleanAttribute],
      showHistory: ['showHistory', 'showHistory', i0.booleanAttribute],
      compact: ['compact', 'compact', i0.booleanAttribute],
      rules: 'rules',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
