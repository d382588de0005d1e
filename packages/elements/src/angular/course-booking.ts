// Generated from the elements by `npm run manifest`.
import '../course-booking/define.js';
import * as i0 from '@angular/core';
import type { CourseBooking as CourseBookingElement } from '../course-booking/define.js';
import { ElementDirective } from './element-directive.js';

/** Form to book a course, for one participant or many, with a receipt. Once it is in `imports`, a template knows `<course-booking>`. */
export class CourseBooking extends ElementDirective<CourseBookingElement> {
  /** The product that is booked. */
  declare productId: CourseBookingElement['productId'];

  /** The employer for whose people is booked: a company, so nobody is asked which it is. */
  declare employerId: CourseBookingElement['employerId'];

  /** `many`: a row for each participant, with paste from a spreadsheet. */
  declare participants: CourseBookingElement['participants'];

  /** Who buys. `vat-exempt` books at the exempt price of a product that has one. */
  declare audience: CourseBookingElement['audience'];

  /** The site on which is booked, for its discount and for products of groups. */
  declare site: CourseBookingElement['site'];

  /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
  declare signInUrl: CourseBookingElement['signInUrl'];

  /** Who books for themselves, where the page knows them: filled in already, and theirs to change. */
  declare knownParticipant: CourseBookingElement['knownParticipant'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: CourseBookingElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: CourseBookingElement['locale'];

  declare static ngAcceptInputType_productId: CourseBookingElement['productId'] | null | undefined;
  declare static ngAcceptInputType_employerId: CourseBookingElement['employerId'] | null | undefined;
  declare static ngAcceptInputType_participants: CourseBookingElement['participants'] | null | undefined;
  declare static ngAcceptInputType_audience: CourseBookingElement['audience'] | null | undefined;
  declare static ngAcceptInputType_site: CourseBookingElement['site'] | null | undefined;
  declare static ngAcceptInputType_signInUrl: CourseBookingElement['signInUrl'] | null | undefined;
  declare static ngAcceptInputType_knownParticipant: CourseBookingElement['knownParticipant'] | null | undefined;
  declare static ngAcceptInputType_backend: CourseBookingElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: CourseBookingElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: CourseBooking,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<CourseBooking, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    CourseBooking,
    'course-booking',
    never,
    {
      productId: { alias: 'productId'; required: false };
      employerId: { alias: 'employerId'; required: false };
      participants: { alias: 'participants'; required: false };
      audience: { alias: 'audience'; required: false };
      site: { alias: 'site'; required: false };
      signInUrl: { alias: 'signInUrl'; required: false };
      knownParticipant: { alias: 'knownParticipant'; required: false };
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
    type: CourseBooking,
    isStandalone: true,
    selector: 'course-booking',
    usesOnChanges: true,
    inputs: {
      productId: 'productId',
      employerId: 'employerId',
      participants: 'participants',
      audience: 'audience',
      site: 'site',
      signInUrl: 'signInUrl',
      knownParticipant: 'knownParticipant',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
