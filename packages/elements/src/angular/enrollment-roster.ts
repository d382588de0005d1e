// Generated from the elements by `npm run manifest`.
import '../enrollment-roster/define.js';
import * as i0 from '@angular/core';
import type { EnrollmentRoster as EnrollmentRosterElement } from '../enrollment-roster/define.js';
import { ElementDirective, readNumber } from './element-directive.js';

/** Table of enrollments, to look through and to mark. Once it is in `imports`, a template knows `<enrollment-roster>`. */
export class EnrollmentRoster extends ElementDirective<EnrollmentRosterElement> {
  /** The course whose enrollments are shown. */
  declare productId: EnrollmentRosterElement['productId'];

  /** One starting date of it. */
  declare startingDateId: EnrollmentRosterElement['startingDateId'];

  /** Only these statuses, as in `enrolled started`. */
  declare status: EnrollmentRosterElement['status'];

  /** The columns, in this order: `participant status next start certificate invoice booked changed`. */
  declare fields: EnrollmentRosterElement['fields'];

  /** Lets people mark, correct and move, as far as the backend says. */
  declare editable: EnrollmentRosterElement['editable'];

  /** How many rows are asked for at a time, at most 500. */
  declare pageSize: EnrollmentRosterElement['pageSize'];

  /** Letters that set a status, as in `completed:a no-show:x`. Without it those of the language. */
  declare keys: EnrollmentRosterElement['keys'];

  /** Keeps filters and order in the page's address, each parameter with this name before it. */
  declare addressName: EnrollmentRosterElement['addressName'];

  /** `host`: shows the statuses as the backend has them; the kit's rules change nothing. */
  declare rules: EnrollmentRosterElement['rules'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: EnrollmentRosterElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: EnrollmentRosterElement['locale'];

  declare static ngAcceptInputType_productId: EnrollmentRosterElement['productId'] | null | undefined;
  declare static ngAcceptInputType_startingDateId: EnrollmentRosterElement['startingDateId'] | null | undefined;
  declare static ngAcceptInputType_status: EnrollmentRosterElement['status'] | null | undefined;
  declare static ngAcceptInputType_fields: EnrollmentRosterElement['fields'] | null | undefined;
  declare static ngAcceptInputType_editable:
    EnrollmentRosterElement['editable'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_pageSize: EnrollmentRosterElement['pageSize'] | `${number}` | null | undefined;
  declare static ngAcceptInputType_keys: EnrollmentRosterElement['keys'] | null | undefined;
  declare static ngAcceptInputType_addressName: EnrollmentRosterElement['addressName'] | null | undefined;
  declare static ngAcceptInputType_rules: EnrollmentRosterElement['rules'] | null | undefined;
  declare static ngAcceptInputType_backend: EnrollmentRosterElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: EnrollmentRosterElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: EnrollmentRoster,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<EnrollmentRoster, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    EnrollmentRoster,
    'enrollment-roster',
    never,
    {
      productId: { alias: 'productId'; required: false };
      startingDateId: { alias: 'startingDateId'; required: false };
      status: { alias: 'status'; required: false };
      fields: { alias: 'fields'; required: false };
      editable: { alias: 'editable'; required: false };
      pageSize: { alias: 'pageSize'; required: false };
      keys: { alias: 'keys'; required: false };
      addressName: { alias: 'addressName'; required: false };
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
    type: EnrollmentRoster,
    isStandalone: true,
    selector: 'enrollment-roster',
    usesOnChanges: true,
    inputs: {
      productId: 'productId',
      startingDateId: 'startingDateId',
      status: 'status',
      fields: 'fields',
      editable: ['editable', 'editable', i0.booleanAttribute],
      pageSize: ['pageSize', 'pageSize', readNumber],
      keys: 'keys',
      addressName: 'addressName',
      rules: 'rules',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
