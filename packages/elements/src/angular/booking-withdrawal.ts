// Generated from the elements by `npm run manifest`.
import '../booking-withdrawal/define.js';
import * as i0 from '@angular/core';
import type { BookingWithdrawal as BookingWithdrawalElement } from '../booking-withdrawal/define.js';
import { ElementDirective } from './element-directive.js';

/** Lets a consumer withdraw from a booking, in two steps. Once it is in `imports`, a template knows `<booking-withdrawal>`. */
export class BookingWithdrawal extends ElementDirective<BookingWithdrawalElement> {
  /** Which enrollment. */
  declare enrollmentId: BookingWithdrawalElement['enrollmentId'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: BookingWithdrawalElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: BookingWithdrawalElement['locale'];

  declare static ngAcceptInputType_enrollmentId: BookingWithdrawalElement['enrollmentId'] | null | undefined;
  declare static ngAcceptInputType_backend: BookingWithdrawalElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: BookingWithdrawalElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: BookingWithdrawal,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<BookingWithdrawal, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    BookingWithdrawal,
    'booking-withdrawal',
    never,
    {
      enrollmentId: { alias: 'enrollmentId'; required: false };
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
    type: BookingWithdrawal,
    isStandalone: true,
    selector: 'booking-withdrawal',
    usesOnChanges: true,
    inputs: {
      enrollmentId: 'enrollmentId',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
