// Generated from the elements by `npm run manifest`.
import '../certificate-list/define.js';
import * as i0 from '@angular/core';
import type { CertificateList as CertificateListElement } from '../certificate-list/define.js';
import { ElementDirective, readNumber } from './element-directive.js';

/** Lists certificates: whose they are, how long they are valid, and what expires soon. Once it is in `imports`, a template knows `<certificate-list>`. */
export class CertificateList extends ElementDirective<CertificateListElement> {
  /** Only those of this enrollment. */
  declare enrollmentId: CertificateListElement['enrollmentId'];

  /** Only those of the person with this e-mail address. */
  declare email: CertificateListElement['email'];

  /** Only those for this certification. */
  declare certificationId: CertificateListElement['certificationId'];

  /** How many days before its end one counts as expiring soon. */
  declare expiringWithin: CertificateListElement['expiringWithin'];

  /** Offers removing, to whoever may. */
  declare removable: CertificateListElement['removable'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: CertificateListElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: CertificateListElement['locale'];

  declare static ngAcceptInputType_enrollmentId: CertificateListElement['enrollmentId'] | null | undefined;
  declare static ngAcceptInputType_email: CertificateListElement['email'] | null | undefined;
  declare static ngAcceptInputType_certificationId: CertificateListElement['certificationId'] | null | undefined;
  declare static ngAcceptInputType_expiringWithin:
    CertificateListElement['expiringWithin'] | `${number}` | null | undefined;
  declare static ngAcceptInputType_removable:
    CertificateListElement['removable'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_backend: CertificateListElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: CertificateListElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: CertificateList,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<CertificateList, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    CertificateList,
    'certificate-list',
    never,
    {
      enrollmentId: { alias: 'enrollmentId'; required: false };
      email: { alias: 'email'; required: false };
      certificationId: { alias: 'certificationId'; required: false };
      expiringWithin: { alias: 'expiringWithin'; required: false };
      removable: { alias: 'removable'; required: false };
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
    type: CertificateList,
    isStandalone: true,
    selector: 'certificate-list',
    usesOnChanges: true,
    inputs: {
      enrollmentId: 'enrollmentId',
      email: 'email',
      certificationId: 'certificationId',
      expiringWithin: ['expiringWithin', 'expiringWithin', readNumber],
      removable: ['removable', 'removable', i0.booleanAttribute],
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
