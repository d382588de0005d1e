// Generated from the elements by `npm run manifest`.
import type { JSX } from 'solid-js';
import type { BookingWithdrawal, WithdrawDetail } from '@enrollkit/elements/booking-withdrawal.js';
import type {
  CertificateBundle,
  BundleMatchedDetail,
  BundleProgressDetail,
  BundleDoneDetail,
} from '@enrollkit/elements/certificate-bundle.js';
import type { CertificateList, CertificateOpenDetail } from '@enrollkit/elements/certificate-list.js';
import type {
  CertificateUpload,
  CertificateAcceptDetail,
  CertificateProgressDetail,
  CertificateUploadedDetail,
  CertificateErrorDetail,
} from '@enrollkit/elements/certificate-upload.js';
import type {
  CourseBooking,
  BookDetail,
  BookedDetail,
  BookingErrorDetail,
} from '@enrollkit/elements/course-booking.js';
import type { EnrollkitBackend } from '@enrollkit/elements/enrollkit-backend.js';
import type {
  EnrollmentRoster,
  RosterChangeDetail,
  RosterChangedDetail,
  RosterOpenDetail,
} from '@enrollkit/elements/enrollment-roster.js';
import type {
  EnrollmentStatus,
  StatusChangeDetail,
  BookingDecisionDetail,
} from '@enrollkit/elements/enrollment-status.js';
import type {
  FeedCheck,
  FeedAcceptDetail,
  FeedCheckedDetail,
  FeedErrorDetail,
  FeedComparedDetail,
} from '@enrollkit/elements/feed-check.js';
import type { InvoiceUpload, InvoiceUploadedDetail } from '@enrollkit/elements/invoice-upload.js';
import type { PriceBreakdown, PriceChangeDetail } from '@enrollkit/elements/price-breakdown.js';
import type { ProductCertifications, CertificationsChangedDetail } from '@enrollkit/elements/product-certifications.js';
import type { ProductDetails } from '@enrollkit/elements/product-details.js';
import type { StartingDates, StartChangeDetail } from '@enrollkit/elements/starting-dates.js';

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'booking-withdrawal': Omit<
        JSX.HTMLAttributes<BookingWithdrawal>,
        keyof {
          /** Which enrollment. */
          enrollmentId?: BookingWithdrawal['enrollmentId'] | undefined;

          /** Which enrollment. */
          'prop:enrollmentId'?: BookingWithdrawal['enrollmentId'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: BookingWithdrawal['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: BookingWithdrawal['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: BookingWithdrawal['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: BookingWithdrawal['locale'] | undefined;

          /** Which enrollment. */
          'enrollment-id'?: string | undefined;

          /** A person has confirmed. Cancelable, before anything is done. */
          'on:ek-withdraw'?: ((event: CustomEvent<WithdrawDetail>) => void) | undefined;

          /** The backend has stored the withdrawal. */
          'on:ek-withdrawn'?: ((event: CustomEvent<WithdrawDetail>) => void) | undefined;
        }
      > & {
        /** Which enrollment. */
        enrollmentId?: BookingWithdrawal['enrollmentId'] | undefined;

        /** Which enrollment. */
        'prop:enrollmentId'?: BookingWithdrawal['enrollmentId'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: BookingWithdrawal['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: BookingWithdrawal['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: BookingWithdrawal['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: BookingWithdrawal['locale'] | undefined;

        /** Which enrollment. */
        'enrollment-id'?: string | undefined;

        /** A person has confirmed. Cancelable, before anything is done. */
        'on:ek-withdraw'?: ((event: CustomEvent<WithdrawDetail>) => void) | undefined;

        /** The backend has stored the withdrawal. */
        'on:ek-withdrawn'?: ((event: CustomEvent<WithdrawDetail>) => void) | undefined;
      };
      'certificate-bundle': Omit<
        JSX.HTMLAttributes<CertificateBundle>,
        keyof {
          /** The product whose participants get certificates. */
          productId?: CertificateBundle['productId'] | undefined;

          /** The product whose participants get certificates. */
          'prop:productId'?: CertificateBundle['productId'] | undefined;

          /** One start of it. Without it: everybody who is enrolled for the product. */
          startingDateId?: CertificateBundle['startingDateId'] | undefined;

          /** One start of it. Without it: everybody who is enrolled for the product. */
          'prop:startingDateId'?: CertificateBundle['startingDateId'] | undefined;

          /** The certification that all of them are for. Without it: what the product leads to. */
          certificationId?: CertificateBundle['certificationId'] | undefined;

          /** The certification that all of them are for. Without it: what the product leads to. */
          'prop:certificationId'?: CertificateBundle['certificationId'] | undefined;

          /** Where a certification is linked to the product; offered while there is none. */
          setupUrl?: CertificateBundle['setupUrl'] | undefined;

          /** Where a certification is linked to the product; offered while there is none. */
          'prop:setupUrl'?: CertificateBundle['setupUrl'] | undefined;

          /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
          accept?: CertificateBundle['accept'] | undefined;

          /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
          'prop:accept'?: CertificateBundle['accept'] | undefined;

          /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
          maxSize?: CertificateBundle['maxSize'] | undefined;

          /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
          'prop:maxSize'?: CertificateBundle['maxSize'] | undefined;

          /** Who reads the text of PDFs. Without it: `setDefaultPdfReader()`, else only names are looked at. */
          pdfReader?: CertificateBundle['pdfReader'] | undefined;

          /** Who reads the text of PDFs. Without it: `setDefaultPdfReader()`, else only names are looked at. */
          'prop:pdfReader'?: CertificateBundle['pdfReader'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: CertificateBundle['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: CertificateBundle['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: CertificateBundle['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: CertificateBundle['locale'] | undefined;

          /** The product whose participants get certificates. */
          'product-id'?: string | undefined;

          /** One start of it. Without it: everybody who is enrolled for the product. */
          'starting-date-id'?: string | undefined;

          /** The certification that all of them are for. Without it: what the product leads to. */
          'certification-id'?: string | undefined;

          /** Where a certification is linked to the product; offered while there is none. */
          'setup-url'?: string | undefined;

          /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
          'max-size'?: number | string | undefined;

          /** Every file that was given has been looked at. */
          'on:ek-bundle-matched'?: ((event: CustomEvent<BundleMatchedDetail>) => void) | undefined;

          /** One more file has come to its end. */
          'on:ek-bundle-progress'?: ((event: CustomEvent<BundleProgressDetail>) => void) | undefined;

          /** Everything that was to be sent has come to its end. */
          'on:ek-bundle-done'?: ((event: CustomEvent<BundleDoneDetail>) => void) | undefined;
        }
      > & {
        /** The product whose participants get certificates. */
        productId?: CertificateBundle['productId'] | undefined;

        /** The product whose participants get certificates. */
        'prop:productId'?: CertificateBundle['productId'] | undefined;

        /** One start of it. Without it: everybody who is enrolled for the product. */
        startingDateId?: CertificateBundle['startingDateId'] | undefined;

        /** One start of it. Without it: everybody who is enrolled for the product. */
        'prop:startingDateId'?: CertificateBundle['startingDateId'] | undefined;

        /** The certification that all of them are for. Without it: what the product leads to. */
        certificationId?: CertificateBundle['certificationId'] | undefined;

        /** The certification that all of them are for. Without it: what the product leads to. */
        'prop:certificationId'?: CertificateBundle['certificationId'] | undefined;

        /** Where a certification is linked to the product; offered while there is none. */
        setupUrl?: CertificateBundle['setupUrl'] | undefined;

        /** Where a certification is linked to the product; offered while there is none. */
        'prop:setupUrl'?: CertificateBundle['setupUrl'] | undefined;

        /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
        accept?: CertificateBundle['accept'] | undefined;

        /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
        'prop:accept'?: CertificateBundle['accept'] | undefined;

        /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
        maxSize?: CertificateBundle['maxSize'] | undefined;

        /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
        'prop:maxSize'?: CertificateBundle['maxSize'] | undefined;

        /** Who reads the text of PDFs. Without it: `setDefaultPdfReader()`, else only names are looked at. */
        pdfReader?: CertificateBundle['pdfReader'] | undefined;

        /** Who reads the text of PDFs. Without it: `setDefaultPdfReader()`, else only names are looked at. */
        'prop:pdfReader'?: CertificateBundle['pdfReader'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: CertificateBundle['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: CertificateBundle['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: CertificateBundle['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: CertificateBundle['locale'] | undefined;

        /** The product whose participants get certificates. */
        'product-id'?: string | undefined;

        /** One start of it. Without it: everybody who is enrolled for the product. */
        'starting-date-id'?: string | undefined;

        /** The certification that all of them are for. Without it: what the product leads to. */
        'certification-id'?: string | undefined;

        /** Where a certification is linked to the product; offered while there is none. */
        'setup-url'?: string | undefined;

        /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
        'max-size'?: number | string | undefined;

        /** Every file that was given has been looked at. */
        'on:ek-bundle-matched'?: ((event: CustomEvent<BundleMatchedDetail>) => void) | undefined;

        /** One more file has come to its end. */
        'on:ek-bundle-progress'?: ((event: CustomEvent<BundleProgressDetail>) => void) | undefined;

        /** Everything that was to be sent has come to its end. */
        'on:ek-bundle-done'?: ((event: CustomEvent<BundleDoneDetail>) => void) | undefined;
      };
      'certificate-list': Omit<
        JSX.HTMLAttributes<CertificateList>,
        keyof {
          /** Only those of this enrollment. */
          enrollmentId?: CertificateList['enrollmentId'] | undefined;

          /** Only those of this enrollment. */
          'prop:enrollmentId'?: CertificateList['enrollmentId'] | undefined;

          /** Only those of the person with this e-mail address. */
          email?: CertificateList['email'] | undefined;

          /** Only those of the person with this e-mail address. */
          'prop:email'?: CertificateList['email'] | undefined;

          /** Only those for this certification. */
          certificationId?: CertificateList['certificationId'] | undefined;

          /** Only those for this certification. */
          'prop:certificationId'?: CertificateList['certificationId'] | undefined;

          /** How many days before its end one counts as expiring soon. */
          expiringWithin?: CertificateList['expiringWithin'] | undefined;

          /** How many days before its end one counts as expiring soon. */
          'prop:expiringWithin'?: CertificateList['expiringWithin'] | undefined;

          /** Offers removing, to whoever may. */
          removable?: CertificateList['removable'] | undefined;

          /** Offers removing, to whoever may. */
          'prop:removable'?: CertificateList['removable'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: CertificateList['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: CertificateList['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: CertificateList['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: CertificateList['locale'] | undefined;

          /** Only those of this enrollment. */
          'enrollment-id'?: string | undefined;

          /** Only those for this certification. */
          'certification-id'?: string | undefined;

          /** How many days before its end one counts as expiring soon. */
          'expiring-within'?: number | string | undefined;

          /** Before a certificate is shown or downloaded. `preventDefault()` leaves it to the page. */
          'on:ek-certificate-open'?: ((event: CustomEvent<CertificateOpenDetail>) => void) | undefined;
        }
      > & {
        /** Only those of this enrollment. */
        enrollmentId?: CertificateList['enrollmentId'] | undefined;

        /** Only those of this enrollment. */
        'prop:enrollmentId'?: CertificateList['enrollmentId'] | undefined;

        /** Only those of the person with this e-mail address. */
        email?: CertificateList['email'] | undefined;

        /** Only those of the person with this e-mail address. */
        'prop:email'?: CertificateList['email'] | undefined;

        /** Only those for this certification. */
        certificationId?: CertificateList['certificationId'] | undefined;

        /** Only those for this certification. */
        'prop:certificationId'?: CertificateList['certificationId'] | undefined;

        /** How many days before its end one counts as expiring soon. */
        expiringWithin?: CertificateList['expiringWithin'] | undefined;

        /** How many days before its end one counts as expiring soon. */
        'prop:expiringWithin'?: CertificateList['expiringWithin'] | undefined;

        /** Offers removing, to whoever may. */
        removable?: CertificateList['removable'] | undefined;

        /** Offers removing, to whoever may. */
        'prop:removable'?: CertificateList['removable'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: CertificateList['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: CertificateList['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: CertificateList['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: CertificateList['locale'] | undefined;

        /** Only those of this enrollment. */
        'enrollment-id'?: string | undefined;

        /** Only those for this certification. */
        'certification-id'?: string | undefined;

        /** How many days before its end one counts as expiring soon. */
        'expiring-within'?: number | string | undefined;

        /** Before a certificate is shown or downloaded. `preventDefault()` leaves it to the page. */
        'on:ek-certificate-open'?: ((event: CustomEvent<CertificateOpenDetail>) => void) | undefined;
      };
      'certificate-upload': Omit<
        JSX.HTMLAttributes<CertificateUpload>,
        keyof {
          /** Whose certificates these are. */
          enrollmentId?: CertificateUpload['enrollmentId'] | undefined;

          /** Whose certificates these are. */
          'prop:enrollmentId'?: CertificateUpload['enrollmentId'] | undefined;

          /** Where a certification is linked to the product; offered while there is none. */
          setupUrl?: CertificateUpload['setupUrl'] | undefined;

          /** Where a certification is linked to the product; offered while there is none. */
          'prop:setupUrl'?: CertificateUpload['setupUrl'] | undefined;

          /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
          accept?: CertificateUpload['accept'] | undefined;

          /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
          'prop:accept'?: CertificateUpload['accept'] | undefined;

          /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
          maxSize?: CertificateUpload['maxSize'] | undefined;

          /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
          'prop:maxSize'?: CertificateUpload['maxSize'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: CertificateUpload['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: CertificateUpload['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: CertificateUpload['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: CertificateUpload['locale'] | undefined;

          /** Whose certificates these are. */
          'enrollment-id'?: string | undefined;

          /** Where a certification is linked to the product; offered while there is none. */
          'setup-url'?: string | undefined;

          /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
          'max-size'?: number | string | undefined;

          /** A file was chosen. Cancelable, before it is taken. */
          'on:ek-certificate-accept'?: ((event: CustomEvent<CertificateAcceptDetail>) => void) | undefined;

          /** More bytes of a file were sent. */
          'on:ek-certificate-progress'?: ((event: CustomEvent<CertificateProgressDetail>) => void) | undefined;

          /** The backend has stored a certificate. */
          'on:ek-certificate-uploaded'?: ((event: CustomEvent<CertificateUploadedDetail>) => void) | undefined;

          /** A file was refused or couldn't be sent. */
          'on:ek-certificate-error'?: ((event: CustomEvent<CertificateErrorDetail>) => void) | undefined;
        }
      > & {
        /** Whose certificates these are. */
        enrollmentId?: CertificateUpload['enrollmentId'] | undefined;

        /** Whose certificates these are. */
        'prop:enrollmentId'?: CertificateUpload['enrollmentId'] | undefined;

        /** Where a certification is linked to the product; offered while there is none. */
        setupUrl?: CertificateUpload['setupUrl'] | undefined;

        /** Where a certification is linked to the product; offered while there is none. */
        'prop:setupUrl'?: CertificateUpload['setupUrl'] | undefined;

        /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
        accept?: CertificateUpload['accept'] | undefined;

        /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
        'prop:accept'?: CertificateUpload['accept'] | undefined;

        /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
        maxSize?: CertificateUpload['maxSize'] | undefined;

        /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
        'prop:maxSize'?: CertificateUpload['maxSize'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: CertificateUpload['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: CertificateUpload['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: CertificateUpload['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: CertificateUpload['locale'] | undefined;

        /** Whose certificates these are. */
        'enrollment-id'?: string | undefined;

        /** Where a certification is linked to the product; offered while there is none. */
        'setup-url'?: string | undefined;

        /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
        'max-size'?: number | string | undefined;

        /** A file was chosen. Cancelable, before it is taken. */
        'on:ek-certificate-accept'?: ((event: CustomEvent<CertificateAcceptDetail>) => void) | undefined;

        /** More bytes of a file were sent. */
        'on:ek-certificate-progress'?: ((event: CustomEvent<CertificateProgressDetail>) => void) | undefined;

        /** The backend has stored a certificate. */
        'on:ek-certificate-uploaded'?: ((event: CustomEvent<CertificateUploadedDetail>) => void) | undefined;

        /** A file was refused or couldn't be sent. */
        'on:ek-certificate-error'?: ((event: CustomEvent<CertificateErrorDetail>) => void) | undefined;
      };
      'course-booking': Omit<
        JSX.HTMLAttributes<CourseBooking>,
        keyof {
          /** The product that is booked. */
          productId?: CourseBooking['productId'] | undefined;

          /** The product that is booked. */
          'prop:productId'?: CourseBooking['productId'] | undefined;

          /** The employer for whose people is booked: a company, so nobody is asked which it is. */
          employerId?: CourseBooking['employerId'] | undefined;

          /** The employer for whose people is booked: a company, so nobody is asked which it is. */
          'prop:employerId'?: CourseBooking['employerId'] | undefined;

          /** `many`: a row for each participant, with paste from a spreadsheet. */
          participants?: CourseBooking['participants'] | undefined;

          /** `many`: a row for each participant, with paste from a spreadsheet. */
          'prop:participants'?: CourseBooking['participants'] | undefined;

          /** Who buys. `vat-exempt` books at the exempt price of a product that has one. */
          audience?: CourseBooking['audience'] | undefined;

          /** Who buys. `vat-exempt` books at the exempt price of a product that has one. */
          'prop:audience'?: CourseBooking['audience'] | undefined;

          /** The site on which is booked, for its discount and for products of groups. */
          site?: CourseBooking['site'] | undefined;

          /** The site on which is booked, for its discount and for products of groups. */
          'prop:site'?: CourseBooking['site'] | undefined;

          /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
          signInUrl?: CourseBooking['signInUrl'] | undefined;

          /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
          'prop:signInUrl'?: CourseBooking['signInUrl'] | undefined;

          /** Who books for themselves, where the page knows them: filled in already, and theirs to change. */
          knownParticipant?: CourseBooking['knownParticipant'] | undefined;

          /** Who books for themselves, where the page knows them: filled in already, and theirs to change. */
          'prop:knownParticipant'?: CourseBooking['knownParticipant'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: CourseBooking['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: CourseBooking['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: CourseBooking['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: CourseBooking['locale'] | undefined;

          /** The product that is booked. */
          'product-id'?: string | undefined;

          /** The employer for whose people is booked: a company, so nobody is asked which it is. */
          'employer-id'?: string | undefined;

          /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
          'sign-in-url'?: string | undefined;

          /** A person wants to book. Cancelable, before anything is sent. */
          'on:ek-book'?: ((event: CustomEvent<BookDetail>) => void) | undefined;

          /** One participant is booked, or asked for. */
          'on:ek-booked'?: ((event: CustomEvent<BookedDetail>) => void) | undefined;

          /** One participant could not be booked. */
          'on:ek-booking-error'?: ((event: CustomEvent<BookingErrorDetail>) => void) | undefined;
        }
      > & {
        /** The product that is booked. */
        productId?: CourseBooking['productId'] | undefined;

        /** The product that is booked. */
        'prop:productId'?: CourseBooking['productId'] | undefined;

        /** The employer for whose people is booked: a company, so nobody is asked which it is. */
        employerId?: CourseBooking['employerId'] | undefined;

        /** The employer for whose people is booked: a company, so nobody is asked which it is. */
        'prop:employerId'?: CourseBooking['employerId'] | undefined;

        /** `many`: a row for each participant, with paste from a spreadsheet. */
        participants?: CourseBooking['participants'] | undefined;

        /** `many`: a row for each participant, with paste from a spreadsheet. */
        'prop:participants'?: CourseBooking['participants'] | undefined;

        /** Who buys. `vat-exempt` books at the exempt price of a product that has one. */
        audience?: CourseBooking['audience'] | undefined;

        /** Who buys. `vat-exempt` books at the exempt price of a product that has one. */
        'prop:audience'?: CourseBooking['audience'] | undefined;

        /** The site on which is booked, for its discount and for products of groups. */
        site?: CourseBooking['site'] | undefined;

        /** The site on which is booked, for its discount and for products of groups. */
        'prop:site'?: CourseBooking['site'] | undefined;

        /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
        signInUrl?: CourseBooking['signInUrl'] | undefined;

        /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
        'prop:signInUrl'?: CourseBooking['signInUrl'] | undefined;

        /** Who books for themselves, where the page knows them: filled in already, and theirs to change. */
        knownParticipant?: CourseBooking['knownParticipant'] | undefined;

        /** Who books for themselves, where the page knows them: filled in already, and theirs to change. */
        'prop:knownParticipant'?: CourseBooking['knownParticipant'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: CourseBooking['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: CourseBooking['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: CourseBooking['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: CourseBooking['locale'] | undefined;

        /** The product that is booked. */
        'product-id'?: string | undefined;

        /** The employer for whose people is booked: a company, so nobody is asked which it is. */
        'employer-id'?: string | undefined;

        /** Where somebody signs in; offered to whoever can't book yet. What was filled in is still there when they come back. */
        'sign-in-url'?: string | undefined;

        /** A person wants to book. Cancelable, before anything is sent. */
        'on:ek-book'?: ((event: CustomEvent<BookDetail>) => void) | undefined;

        /** One participant is booked, or asked for. */
        'on:ek-booked'?: ((event: CustomEvent<BookedDetail>) => void) | undefined;

        /** One participant could not be booked. */
        'on:ek-booking-error'?: ((event: CustomEvent<BookingErrorDetail>) => void) | undefined;
      };
      'enrollkit-backend': Omit<
        JSX.HTMLAttributes<EnrollkitBackend>,
        keyof {
          /** Kind of backend: `indexeddb`, `rest`, or one that the page added with `defineBackendType()`. */
          type?: EnrollkitBackend['type'] | undefined;

          /** Kind of backend: `indexeddb`, `rest`, or one that the page added with `defineBackendType()`. */
          'prop:type'?: EnrollkitBackend['type'] | undefined;

          /** Address of the server, for `rest`. */
          baseUrl?: EnrollkitBackend['baseUrl'] | undefined;

          /** Address of the server, for `rest`. */
          'prop:baseUrl'?: EnrollkitBackend['baseUrl'] | undefined;

          /** Name of the database in the browser, for `indexeddb`. */
          database?: EnrollkitBackend['database'] | undefined;

          /** Name of the database in the browser, for `indexeddb`. */
          'prop:database'?: EnrollkitBackend['database'] | undefined;

          /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
          timeZone?: EnrollkitBackend['timeZone'] | undefined;

          /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
          'prop:timeZone'?: EnrollkitBackend['timeZone'] | undefined;

          /** A backend of the page's own, in place of `type`. A plain object with only the methods that are used will do. */
          backend?: EnrollkitBackend['backend'] | undefined;

          /** A backend of the page's own, in place of `type`. A plain object with only the methods that are used will do. */
          'prop:backend'?: EnrollkitBackend['backend'] | undefined;

          /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
          tokenUrl?: EnrollkitBackend['tokenUrl'] | undefined;

          /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
          'prop:tokenUrl'?: EnrollkitBackend['tokenUrl'] | undefined;

          /** Reads what is public without a token, for `rest`. Without it requests wait for the page to give one. */
          visitor?: EnrollkitBackend['visitor'] | undefined;

          /** Reads what is public without a token, for `rest`. Without it requests wait for the page to give one. */
          'prop:visitor'?: EnrollkitBackend['visitor'] | undefined;

          /** Whose records, for `rest`: needed by visitors of a server with several providers. */
          providerId?: EnrollkitBackend['providerId'] | undefined;

          /** Whose records, for `rest`: needed by visitors of a server with several providers. */
          'prop:providerId'?: EnrollkitBackend['providerId'] | undefined;

          /** Gives the token for a request. May be set later, and replaced at any time. */
          getToken?: EnrollkitBackend['getToken'] | undefined;

          /** Gives the token for a request. May be set later, and replaced at any time. */
          'prop:getToken'?: EnrollkitBackend['getToken'] | undefined;

          /** Address of the server, for `rest`. */
          'base-url'?: string | undefined;

          /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
          'time-zone'?: string | undefined;

          /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
          'token-url'?: string | undefined;

          /** Whose records, for `rest`: needed by visitors of a server with several providers. */
          'provider-id'?: string | undefined;
        }
      > & {
        /** Kind of backend: `indexeddb`, `rest`, or one that the page added with `defineBackendType()`. */
        type?: EnrollkitBackend['type'] | undefined;

        /** Kind of backend: `indexeddb`, `rest`, or one that the page added with `defineBackendType()`. */
        'prop:type'?: EnrollkitBackend['type'] | undefined;

        /** Address of the server, for `rest`. */
        baseUrl?: EnrollkitBackend['baseUrl'] | undefined;

        /** Address of the server, for `rest`. */
        'prop:baseUrl'?: EnrollkitBackend['baseUrl'] | undefined;

        /** Name of the database in the browser, for `indexeddb`. */
        database?: EnrollkitBackend['database'] | undefined;

        /** Name of the database in the browser, for `indexeddb`. */
        'prop:database'?: EnrollkitBackend['database'] | undefined;

        /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
        timeZone?: EnrollkitBackend['timeZone'] | undefined;

        /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
        'prop:timeZone'?: EnrollkitBackend['timeZone'] | undefined;

        /** A backend of the page's own, in place of `type`. A plain object with only the methods that are used will do. */
        backend?: EnrollkitBackend['backend'] | undefined;

        /** A backend of the page's own, in place of `type`. A plain object with only the methods that are used will do. */
        'prop:backend'?: EnrollkitBackend['backend'] | undefined;

        /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
        tokenUrl?: EnrollkitBackend['tokenUrl'] | undefined;

        /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
        'prop:tokenUrl'?: EnrollkitBackend['tokenUrl'] | undefined;

        /** Reads what is public without a token, for `rest`. Without it requests wait for the page to give one. */
        visitor?: EnrollkitBackend['visitor'] | undefined;

        /** Reads what is public without a token, for `rest`. Without it requests wait for the page to give one. */
        'prop:visitor'?: EnrollkitBackend['visitor'] | undefined;

        /** Whose records, for `rest`: needed by visitors of a server with several providers. */
        providerId?: EnrollkitBackend['providerId'] | undefined;

        /** Whose records, for `rest`: needed by visitors of a server with several providers. */
        'prop:providerId'?: EnrollkitBackend['providerId'] | undefined;

        /** Gives the token for a request. May be set later, and replaced at any time. */
        getToken?: EnrollkitBackend['getToken'] | undefined;

        /** Gives the token for a request. May be set later, and replaced at any time. */
        'prop:getToken'?: EnrollkitBackend['getToken'] | undefined;

        /** Address of the server, for `rest`. */
        'base-url'?: string | undefined;

        /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
        'time-zone'?: string | undefined;

        /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
        'token-url'?: string | undefined;

        /** Whose records, for `rest`: needed by visitors of a server with several providers. */
        'provider-id'?: string | undefined;
      };
      'enrollment-roster': Omit<
        JSX.HTMLAttributes<EnrollmentRoster>,
        keyof {
          /** The course whose enrollments are shown. */
          productId?: EnrollmentRoster['productId'] | undefined;

          /** The course whose enrollments are shown. */
          'prop:productId'?: EnrollmentRoster['productId'] | undefined;

          /** One starting date of it. */
          startingDateId?: EnrollmentRoster['startingDateId'] | undefined;

          /** One starting date of it. */
          'prop:startingDateId'?: EnrollmentRoster['startingDateId'] | undefined;

          /** Only these statuses, as in `enrolled started`. */
          status?: EnrollmentRoster['status'] | undefined;

          /** Only these statuses, as in `enrolled started`. */
          'prop:status'?: EnrollmentRoster['status'] | undefined;

          /** The columns, in this order: `participant status next start certificate invoice booked changed`. */
          fields?: EnrollmentRoster['fields'] | undefined;

          /** The columns, in this order: `participant status next start certificate invoice booked changed`. */
          'prop:fields'?: EnrollmentRoster['fields'] | undefined;

          /** Lets people mark, correct and move, as far as the backend says. */
          editable?: EnrollmentRoster['editable'] | undefined;

          /** Lets people mark, correct and move, as far as the backend says. */
          'prop:editable'?: EnrollmentRoster['editable'] | undefined;

          /** How many rows are asked for at a time, at most 500. */
          pageSize?: EnrollmentRoster['pageSize'] | undefined;

          /** How many rows are asked for at a time, at most 500. */
          'prop:pageSize'?: EnrollmentRoster['pageSize'] | undefined;

          /** Letters that set a status, as in `completed:a no-show:x`. Without it those of the language. */
          keys?: EnrollmentRoster['keys'] | undefined;

          /** Letters that set a status, as in `completed:a no-show:x`. Without it those of the language. */
          'prop:keys'?: EnrollmentRoster['keys'] | undefined;

          /** Keeps filters and order in the page's address, each parameter with this name before it. */
          addressName?: EnrollmentRoster['addressName'] | undefined;

          /** Keeps filters and order in the page's address, each parameter with this name before it. */
          'prop:addressName'?: EnrollmentRoster['addressName'] | undefined;

          /** `host`: shows the statuses as the backend has them; the kit's rules change nothing. */
          rules?: EnrollmentRoster['rules'] | undefined;

          /** `host`: shows the statuses as the backend has them; the kit's rules change nothing. */
          'prop:rules'?: EnrollmentRoster['rules'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: EnrollmentRoster['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: EnrollmentRoster['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: EnrollmentRoster['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: EnrollmentRoster['locale'] | undefined;

          /** The course whose enrollments are shown. */
          'product-id'?: string | undefined;

          /** One starting date of it. */
          'starting-date-id'?: string | undefined;

          /** How many rows are asked for at a time, at most 500. */
          'page-size'?: number | string | undefined;

          /** Keeps filters and order in the page's address, each parameter with this name before it. */
          'address-name'?: string | undefined;

          /** A person chose statuses. Cancelable, before anything is stored. */
          'on:ek-roster-change'?: ((event: CustomEvent<RosterChangeDetail>) => void) | undefined;

          /** What was stored of it, and what was not. */
          'on:ek-roster-changed'?: ((event: CustomEvent<RosterChangedDetail>) => void) | undefined;

          /** A person opens a row. Cancelable: then the page shows it itself. */
          'on:ek-roster-open'?: ((event: CustomEvent<RosterOpenDetail>) => void) | undefined;
        }
      > & {
        /** The course whose enrollments are shown. */
        productId?: EnrollmentRoster['productId'] | undefined;

        /** The course whose enrollments are shown. */
        'prop:productId'?: EnrollmentRoster['productId'] | undefined;

        /** One starting date of it. */
        startingDateId?: EnrollmentRoster['startingDateId'] | undefined;

        /** One starting date of it. */
        'prop:startingDateId'?: EnrollmentRoster['startingDateId'] | undefined;

        /** Only these statuses, as in `enrolled started`. */
        status?: EnrollmentRoster['status'] | undefined;

        /** Only these statuses, as in `enrolled started`. */
        'prop:status'?: EnrollmentRoster['status'] | undefined;

        /** The columns, in this order: `participant status next start certificate invoice booked changed`. */
        fields?: EnrollmentRoster['fields'] | undefined;

        /** The columns, in this order: `participant status next start certificate invoice booked changed`. */
        'prop:fields'?: EnrollmentRoster['fields'] | undefined;

        /** Lets people mark, correct and move, as far as the backend says. */
        editable?: EnrollmentRoster['editable'] | undefined;

        /** Lets people mark, correct and move, as far as the backend says. */
        'prop:editable'?: EnrollmentRoster['editable'] | undefined;

        /** How many rows are asked for at a time, at most 500. */
        pageSize?: EnrollmentRoster['pageSize'] | undefined;

        /** How many rows are asked for at a time, at most 500. */
        'prop:pageSize'?: EnrollmentRoster['pageSize'] | undefined;

        /** Letters that set a status, as in `completed:a no-show:x`. Without it those of the language. */
        keys?: EnrollmentRoster['keys'] | undefined;

        /** Letters that set a status, as in `completed:a no-show:x`. Without it those of the language. */
        'prop:keys'?: EnrollmentRoster['keys'] | undefined;

        /** Keeps filters and order in the page's address, each parameter with this name before it. */
        addressName?: EnrollmentRoster['addressName'] | undefined;

        /** Keeps filters and order in the page's address, each parameter with this name before it. */
        'prop:addressName'?: EnrollmentRoster['addressName'] | undefined;

        /** `host`: shows the statuses as the backend has them; the kit's rules change nothing. */
        rules?: EnrollmentRoster['rules'] | undefined;

        /** `host`: shows the statuses as the backend has them; the kit's rules change nothing. */
        'prop:rules'?: EnrollmentRoster['rules'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: EnrollmentRoster['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: EnrollmentRoster['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: EnrollmentRoster['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: EnrollmentRoster['locale'] | undefined;

        /** The course whose enrollments are shown. */
        'product-id'?: string | undefined;

        /** One starting date of it. */
        'starting-date-id'?: string | undefined;

        /** How many rows are asked for at a time, at most 500. */
        'page-size'?: number | string | undefined;

        /** Keeps filters and order in the page's address, each parameter with this name before it. */
        'address-name'?: string | undefined;

        /** A person chose statuses. Cancelable, before anything is stored. */
        'on:ek-roster-change'?: ((event: CustomEvent<RosterChangeDetail>) => void) | undefined;

        /** What was stored of it, and what was not. */
        'on:ek-roster-changed'?: ((event: CustomEvent<RosterChangedDetail>) => void) | undefined;

        /** A person opens a row. Cancelable: then the page shows it itself. */
        'on:ek-roster-open'?: ((event: CustomEvent<RosterOpenDetail>) => void) | undefined;
      };
      'enrollment-status': Omit<
        JSX.HTMLAttributes<EnrollmentStatus>,
        keyof {
          /** Which enrollment to show. */
          enrollmentId?: EnrollmentStatus['enrollmentId'] | undefined;

          /** Which enrollment to show. */
          'prop:enrollmentId'?: EnrollmentStatus['enrollmentId'] | undefined;

          /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked until it changes. */
          enrollment?: EnrollmentStatus['enrollment'] | undefined;

          /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked until it changes. */
          'prop:enrollment'?: EnrollmentStatus['enrollment'] | undefined;

          /** Offers the pencil, and the decision on a request, to whoever may change it as far as the backend says. */
          editable?: EnrollmentStatus['editable'] | undefined;

          /** Offers the pencil, and the decision on a request, to whoever may change it as far as the backend says. */
          'prop:editable'?: EnrollmentStatus['editable'] | undefined;

          /** Always shows the history, not only after asking why. */
          showHistory?: EnrollmentStatus['showHistory'] | undefined;

          /** Always shows the history, not only after asking why. */
          'prop:showHistory'?: EnrollmentStatus['showHistory'] | undefined;

          /** Label and pencil only, for lists. */
          compact?: EnrollmentStatus['compact'] | undefined;

          /** Label and pencil only, for lists. */
          'prop:compact'?: EnrollmentStatus['compact'] | undefined;

          /** `host`: shows the status as the backend has it; the kit's rules change nothing. Else as the backend says. */
          rules?: EnrollmentStatus['rules'] | undefined;

          /** `host`: shows the status as the backend has it; the kit's rules change nothing. Else as the backend says. */
          'prop:rules'?: EnrollmentStatus['rules'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: EnrollmentStatus['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: EnrollmentStatus['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: EnrollmentStatus['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: EnrollmentStatus['locale'] | undefined;

          /** Which enrollment to show. */
          'enrollment-id'?: string | undefined;

          /** Always shows the history, not only after asking why. */
          'show-history'?: boolean | undefined;

          /** A person chose another status. Cancelable. */
          'on:ek-status-change'?: ((event: CustomEvent<StatusChangeDetail>) => void) | undefined;

          /** The backend has stored the change. */
          'on:ek-status-changed'?: ((event: CustomEvent<StatusChangeDetail>) => void) | undefined;

          /** A person accepts or declines a request. Cancelable. */
          'on:ek-booking-decide'?: ((event: CustomEvent<BookingDecisionDetail>) => void) | undefined;

          /** The backend has stored the decision. */
          'on:ek-booking-decided'?: ((event: CustomEvent<BookingDecisionDetail>) => void) | undefined;
        }
      > & {
        /** Which enrollment to show. */
        enrollmentId?: EnrollmentStatus['enrollmentId'] | undefined;

        /** Which enrollment to show. */
        'prop:enrollmentId'?: EnrollmentStatus['enrollmentId'] | undefined;

        /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked until it changes. */
        enrollment?: EnrollmentStatus['enrollment'] | undefined;

        /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked until it changes. */
        'prop:enrollment'?: EnrollmentStatus['enrollment'] | undefined;

        /** Offers the pencil, and the decision on a request, to whoever may change it as far as the backend says. */
        editable?: EnrollmentStatus['editable'] | undefined;

        /** Offers the pencil, and the decision on a request, to whoever may change it as far as the backend says. */
        'prop:editable'?: EnrollmentStatus['editable'] | undefined;

        /** Always shows the history, not only after asking why. */
        showHistory?: EnrollmentStatus['showHistory'] | undefined;

        /** Always shows the history, not only after asking why. */
        'prop:showHistory'?: EnrollmentStatus['showHistory'] | undefined;

        /** Label and pencil only, for lists. */
        compact?: EnrollmentStatus['compact'] | undefined;

        /** Label and pencil only, for lists. */
        'prop:compact'?: EnrollmentStatus['compact'] | undefined;

        /** `host`: shows the status as the backend has it; the kit's rules change nothing. Else as the backend says. */
        rules?: EnrollmentStatus['rules'] | undefined;

        /** `host`: shows the status as the backend has it; the kit's rules change nothing. Else as the backend says. */
        'prop:rules'?: EnrollmentStatus['rules'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: EnrollmentStatus['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: EnrollmentStatus['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: EnrollmentStatus['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: EnrollmentStatus['locale'] | undefined;

        /** Which enrollment to show. */
        'enrollment-id'?: string | undefined;

        /** Always shows the history, not only after asking why. */
        'show-history'?: boolean | undefined;

        /** A person chose another status. Cancelable. */
        'on:ek-status-change'?: ((event: CustomEvent<StatusChangeDetail>) => void) | undefined;

        /** The backend has stored the change. */
        'on:ek-status-changed'?: ((event: CustomEvent<StatusChangeDetail>) => void) | undefined;

        /** A person accepts or declines a request. Cancelable. */
        'on:ek-booking-decide'?: ((event: CustomEvent<BookingDecisionDetail>) => void) | undefined;

        /** The backend has stored the decision. */
        'on:ek-booking-decided'?: ((event: CustomEvent<BookingDecisionDetail>) => void) | undefined;
      };
      'feed-check': Omit<
        JSX.HTMLAttributes<FeedCheck>,
        keyof {
          /** Who reads and checks. Without it: `setDefaultFeedChecker()`. */
          checker?: FeedCheck['checker'] | undefined;

          /** Who reads and checks. Without it: `setDefaultFeedChecker()`. */
          'prop:checker'?: FeedCheck['checker'] | undefined;

          /** Checks exactly as the schema says, instead of as importers read. The person can choose too. */
          strict?: FeedCheck['strict'] | undefined;

          /** Checks exactly as the schema says, instead of as importers read. The person can choose too. */
          'prop:strict'?: FeedCheck['strict'] | undefined;

          /** The site whose discounts the prices have. */
          site?: FeedCheck['site'] | undefined;

          /** The site whose discounts the prices have. */
          'prop:site'?: FeedCheck['site'] | undefined;

          /** The organisations that PE points may be of, by id and name: another one is a warning. Without a list any may. */
          peOrganisations?: FeedCheck['peOrganisations'] | undefined;

          /** The organisations that PE points may be of, by id and name: another one is a warning. Without a list any may. */
          'prop:peOrganisations'?: FeedCheck['peOrganisations'] | undefined;

          /** Reads the bytes of feeds so, whatever they say themselves, as `windows-1252`. The person can choose too. */
          encoding?: FeedCheck['encoding'] | undefined;

          /** Reads the bytes of feeds so, whatever they say themselves, as `windows-1252`. The person can choose too. */
          'prop:encoding'?: FeedCheck['encoding'] | undefined;

          /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
          maxSize?: FeedCheck['maxSize'] | undefined;

          /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
          'prop:maxSize'?: FeedCheck['maxSize'] | undefined;

          /** The feed that is being checked, or was. Setting it checks it; `undefined` forgets it. */
          file?: FeedCheck['file'] | undefined;

          /** The feed that is being checked, or was. Setting it checks it; `undefined` forgets it. */
          'prop:file'?: FeedCheck['file'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: FeedCheck['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: FeedCheck['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: FeedCheck['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: FeedCheck['locale'] | undefined;

          /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
          'max-size'?: number | string | undefined;

          /** A person gave a feed. Cancelable, before it is checked. */
          'on:ek-feed-accept'?: ((event: CustomEvent<FeedAcceptDetail>) => void) | undefined;

          /** A feed was checked. */
          'on:ek-feed-checked'?: ((event: CustomEvent<FeedCheckedDetail>) => void) | undefined;

          /** A feed could not be checked. */
          'on:ek-feed-error'?: ((event: CustomEvent<FeedErrorDetail>) => void) | undefined;

          /** The feed was compared with a previous one. */
          'on:ek-feed-compared'?: ((event: CustomEvent<FeedComparedDetail>) => void) | undefined;
        }
      > & {
        /** Who reads and checks. Without it: `setDefaultFeedChecker()`. */
        checker?: FeedCheck['checker'] | undefined;

        /** Who reads and checks. Without it: `setDefaultFeedChecker()`. */
        'prop:checker'?: FeedCheck['checker'] | undefined;

        /** Checks exactly as the schema says, instead of as importers read. The person can choose too. */
        strict?: FeedCheck['strict'] | undefined;

        /** Checks exactly as the schema says, instead of as importers read. The person can choose too. */
        'prop:strict'?: FeedCheck['strict'] | undefined;

        /** The site whose discounts the prices have. */
        site?: FeedCheck['site'] | undefined;

        /** The site whose discounts the prices have. */
        'prop:site'?: FeedCheck['site'] | undefined;

        /** The organisations that PE points may be of, by id and name: another one is a warning. Without a list any may. */
        peOrganisations?: FeedCheck['peOrganisations'] | undefined;

        /** The organisations that PE points may be of, by id and name: another one is a warning. Without a list any may. */
        'prop:peOrganisations'?: FeedCheck['peOrganisations'] | undefined;

        /** Reads the bytes of feeds so, whatever they say themselves, as `windows-1252`. The person can choose too. */
        encoding?: FeedCheck['encoding'] | undefined;

        /** Reads the bytes of feeds so, whatever they say themselves, as `windows-1252`. The person can choose too. */
        'prop:encoding'?: FeedCheck['encoding'] | undefined;

        /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
        maxSize?: FeedCheck['maxSize'] | undefined;

        /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
        'prop:maxSize'?: FeedCheck['maxSize'] | undefined;

        /** The feed that is being checked, or was. Setting it checks it; `undefined` forgets it. */
        file?: FeedCheck['file'] | undefined;

        /** The feed that is being checked, or was. Setting it checks it; `undefined` forgets it. */
        'prop:file'?: FeedCheck['file'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: FeedCheck['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: FeedCheck['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: FeedCheck['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: FeedCheck['locale'] | undefined;

        /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
        'max-size'?: number | string | undefined;

        /** A person gave a feed. Cancelable, before it is checked. */
        'on:ek-feed-accept'?: ((event: CustomEvent<FeedAcceptDetail>) => void) | undefined;

        /** A feed was checked. */
        'on:ek-feed-checked'?: ((event: CustomEvent<FeedCheckedDetail>) => void) | undefined;

        /** A feed could not be checked. */
        'on:ek-feed-error'?: ((event: CustomEvent<FeedErrorDetail>) => void) | undefined;

        /** The feed was compared with a previous one. */
        'on:ek-feed-compared'?: ((event: CustomEvent<FeedComparedDetail>) => void) | undefined;
      };
      'invoice-upload': Omit<
        JSX.HTMLAttributes<InvoiceUpload>,
        keyof {
          /** Whose invoice it is. */
          enrollmentId?: InvoiceUpload['enrollmentId'] | undefined;

          /** Whose invoice it is. */
          'prop:enrollmentId'?: InvoiceUpload['enrollmentId'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: InvoiceUpload['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: InvoiceUpload['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: InvoiceUpload['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: InvoiceUpload['locale'] | undefined;

          /** Whose invoice it is. */
          'enrollment-id'?: string | undefined;

          /** The backend has stored the invoice, or that there is one. */
          'on:ek-invoice-uploaded'?: ((event: CustomEvent<InvoiceUploadedDetail>) => void) | undefined;
        }
      > & {
        /** Whose invoice it is. */
        enrollmentId?: InvoiceUpload['enrollmentId'] | undefined;

        /** Whose invoice it is. */
        'prop:enrollmentId'?: InvoiceUpload['enrollmentId'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: InvoiceUpload['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: InvoiceUpload['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: InvoiceUpload['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: InvoiceUpload['locale'] | undefined;

        /** Whose invoice it is. */
        'enrollment-id'?: string | undefined;

        /** The backend has stored the invoice, or that there is one. */
        'on:ek-invoice-uploaded'?: ((event: CustomEvent<InvoiceUploadedDetail>) => void) | undefined;
      };
      'price-breakdown': Omit<
        JSX.HTMLAttributes<PriceBreakdown>,
        keyof {
          /** The product whose price the backend is asked for. */
          productId?: PriceBreakdown['productId'] | undefined;

          /** The product whose price the backend is asked for. */
          'prop:productId'?: PriceBreakdown['productId'] | undefined;

          /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
          product?: PriceBreakdown['product'] | undefined;

          /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
          'prop:product'?: PriceBreakdown['product'] | undefined;

          /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked. */
          enrollment?: PriceBreakdown['enrollment'] | undefined;

          /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked. */
          'prop:enrollment'?: PriceBreakdown['enrollment'] | undefined;

          /** The enrollment whose price as booked is shown. Goes before the product. */
          enrollmentId?: PriceBreakdown['enrollmentId'] | undefined;

          /** The enrollment whose price as booked is shown. Goes before the product. */
          'prop:enrollmentId'?: PriceBreakdown['enrollmentId'] | undefined;

          /** Who buys. `vat-exempt` shows the exempt price of a product that has one. */
          audience?: PriceBreakdown['audience'] | undefined;

          /** Who buys. `vat-exempt` shows the exempt price of a product that has one. */
          'prop:audience'?: PriceBreakdown['audience'] | undefined;

          /** The site that shows the price, for its discount and for products of groups. */
          site?: PriceBreakdown['site'] | undefined;

          /** The site that shows the price, for its discount and for products of groups. */
          'prop:site'?: PriceBreakdown['site'] | undefined;

          /** Lets people choose optional costs. */
          selectable?: PriceBreakdown['selectable'] | undefined;

          /** Lets people choose optional costs. */
          'prop:selectable'?: PriceBreakdown['selectable'] | undefined;

          /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
          jsonLd?: PriceBreakdown['jsonLd'] | undefined;

          /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
          'prop:jsonLd'?: PriceBreakdown['jsonLd'] | undefined;

          /** Name of the training provider, for `json-ld`. */
          provider?: PriceBreakdown['provider'] | undefined;

          /** Name of the training provider, for `json-ld`. */
          'prop:provider'?: PriceBreakdown['provider'] | undefined;

          /** Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries them over when the page is cloned, and is no way to take them back. */
          selectedCosts?: PriceBreakdown['selectedCosts'] | undefined;

          /** Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries them over when the page is cloned, and is no way to take them back. */
          'prop:selectedCosts'?: PriceBreakdown['selectedCosts'] | undefined;

          /** Name under which a form sends what is chosen. */
          name?: PriceBreakdown['name'] | undefined;

          /** Name under which a form sends what is chosen. */
          'prop:name'?: PriceBreakdown['name'] | undefined;

          /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
          disabled?: PriceBreakdown['disabled'] | undefined;

          /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
          'prop:disabled'?: PriceBreakdown['disabled'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: PriceBreakdown['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: PriceBreakdown['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: PriceBreakdown['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: PriceBreakdown['locale'] | undefined;

          /** The product whose price the backend is asked for. */
          'product-id'?: string | undefined;

          /** The enrollment whose price as booked is shown. Goes before the product. */
          'enrollment-id'?: string | undefined;

          /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
          'json-ld'?: boolean | undefined;

          /** Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries them over when the page is cloned, and is no way to take them back. */
          'selected-costs'?: string | undefined;

          /** The id of the form that it belongs to, when that isn't around it. */
          form?: string | undefined;

          /** A person chose or dropped an optional cost. */
          'on:ek-price-change'?: ((event: CustomEvent<PriceChangeDetail>) => void) | undefined;
        }
      > & {
        /** The product whose price the backend is asked for. */
        productId?: PriceBreakdown['productId'] | undefined;

        /** The product whose price the backend is asked for. */
        'prop:productId'?: PriceBreakdown['productId'] | undefined;

        /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
        product?: PriceBreakdown['product'] | undefined;

        /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
        'prop:product'?: PriceBreakdown['product'] | undefined;

        /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked. */
        enrollment?: PriceBreakdown['enrollment'] | undefined;

        /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked. */
        'prop:enrollment'?: PriceBreakdown['enrollment'] | undefined;

        /** The enrollment whose price as booked is shown. Goes before the product. */
        enrollmentId?: PriceBreakdown['enrollmentId'] | undefined;

        /** The enrollment whose price as booked is shown. Goes before the product. */
        'prop:enrollmentId'?: PriceBreakdown['enrollmentId'] | undefined;

        /** Who buys. `vat-exempt` shows the exempt price of a product that has one. */
        audience?: PriceBreakdown['audience'] | undefined;

        /** Who buys. `vat-exempt` shows the exempt price of a product that has one. */
        'prop:audience'?: PriceBreakdown['audience'] | undefined;

        /** The site that shows the price, for its discount and for products of groups. */
        site?: PriceBreakdown['site'] | undefined;

        /** The site that shows the price, for its discount and for products of groups. */
        'prop:site'?: PriceBreakdown['site'] | undefined;

        /** Lets people choose optional costs. */
        selectable?: PriceBreakdown['selectable'] | undefined;

        /** Lets people choose optional costs. */
        'prop:selectable'?: PriceBreakdown['selectable'] | undefined;

        /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
        jsonLd?: PriceBreakdown['jsonLd'] | undefined;

        /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
        'prop:jsonLd'?: PriceBreakdown['jsonLd'] | undefined;

        /** Name of the training provider, for `json-ld`. */
        provider?: PriceBreakdown['provider'] | undefined;

        /** Name of the training provider, for `json-ld`. */
        'prop:provider'?: PriceBreakdown['provider'] | undefined;

        /** Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries them over when the page is cloned, and is no way to take them back. */
        selectedCosts?: PriceBreakdown['selectedCosts'] | undefined;

        /** Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries them over when the page is cloned, and is no way to take them back. */
        'prop:selectedCosts'?: PriceBreakdown['selectedCosts'] | undefined;

        /** Name under which a form sends what is chosen. */
        name?: PriceBreakdown['name'] | undefined;

        /** Name under which a form sends what is chosen. */
        'prop:name'?: PriceBreakdown['name'] | undefined;

        /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
        disabled?: PriceBreakdown['disabled'] | undefined;

        /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
        'prop:disabled'?: PriceBreakdown['disabled'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: PriceBreakdown['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: PriceBreakdown['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: PriceBreakdown['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: PriceBreakdown['locale'] | undefined;

        /** The product whose price the backend is asked for. */
        'product-id'?: string | undefined;

        /** The enrollment whose price as booked is shown. Goes before the product. */
        'enrollment-id'?: string | undefined;

        /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
        'json-ld'?: boolean | undefined;

        /** Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries them over when the page is cloned, and is no way to take them back. */
        'selected-costs'?: string | undefined;

        /** The id of the form that it belongs to, when that isn't around it. */
        form?: string | undefined;

        /** A person chose or dropped an optional cost. */
        'on:ek-price-change'?: ((event: CustomEvent<PriceChangeDetail>) => void) | undefined;
      };
      'product-certifications': Omit<
        JSX.HTMLAttributes<ProductCertifications>,
        keyof {
          /** Which product. */
          productId?: ProductCertifications['productId'] | undefined;

          /** Which product. */
          'prop:productId'?: ProductCertifications['productId'] | undefined;

          /** The site of the page: the backend shows products of groups on their own sites only. */
          site?: ProductCertifications['site'] | undefined;

          /** The site of the page: the backend shows products of groups on their own sites only. */
          'prop:site'?: ProductCertifications['site'] | undefined;

          /** Offers linking and making certifications, for the product's own provider. */
          editable?: ProductCertifications['editable'] | undefined;

          /** Offers linking and making certifications, for the product's own provider. */
          'prop:editable'?: ProductCertifications['editable'] | undefined;

          /** Offers verifying, rejecting and undoing, for platform staff. */
          reviewable?: ProductCertifications['reviewable'] | undefined;

          /** Offers verifying, rejecting and undoing, for platform staff. */
          'prop:reviewable'?: ProductCertifications['reviewable'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: ProductCertifications['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: ProductCertifications['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: ProductCertifications['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: ProductCertifications['locale'] | undefined;

          /** Which product. */
          'product-id'?: string | undefined;

          /** The backend has stored a link, a new certification or a review. */
          'on:ek-certifications-changed'?: ((event: CustomEvent<CertificationsChangedDetail>) => void) | undefined;
        }
      > & {
        /** Which product. */
        productId?: ProductCertifications['productId'] | undefined;

        /** Which product. */
        'prop:productId'?: ProductCertifications['productId'] | undefined;

        /** The site of the page: the backend shows products of groups on their own sites only. */
        site?: ProductCertifications['site'] | undefined;

        /** The site of the page: the backend shows products of groups on their own sites only. */
        'prop:site'?: ProductCertifications['site'] | undefined;

        /** Offers linking and making certifications, for the product's own provider. */
        editable?: ProductCertifications['editable'] | undefined;

        /** Offers linking and making certifications, for the product's own provider. */
        'prop:editable'?: ProductCertifications['editable'] | undefined;

        /** Offers verifying, rejecting and undoing, for platform staff. */
        reviewable?: ProductCertifications['reviewable'] | undefined;

        /** Offers verifying, rejecting and undoing, for platform staff. */
        'prop:reviewable'?: ProductCertifications['reviewable'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: ProductCertifications['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: ProductCertifications['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: ProductCertifications['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: ProductCertifications['locale'] | undefined;

        /** Which product. */
        'product-id'?: string | undefined;

        /** The backend has stored a link, a new certification or a review. */
        'on:ek-certifications-changed'?: ((event: CustomEvent<CertificationsChangedDetail>) => void) | undefined;
      };
      'product-details': Omit<
        JSX.HTMLAttributes<ProductDetails>,
        keyof {
          /** The product that the backend is asked for. */
          productId?: ProductDetails['productId'] | undefined;

          /** The product that the backend is asked for. */
          'prop:productId'?: ProductDetails['productId'] | undefined;

          /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
          product?: ProductDetails['product'] | undefined;

          /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
          'prop:product'?: ProductDetails['product'] | undefined;

          /** The site of the page: the backend shows products of groups on their own sites only. */
          site?: ProductDetails['site'] | undefined;

          /** The site of the page: the backend shows products of groups on their own sites only. */
          'prop:site'?: ProductDetails['site'] | undefined;

          /** The parts to show, and no others: `images`, `video`, `description`, `kind`, `level`, `language`, `duration`, `schedule`, `regions`, `participants`, `completion`, `points`, `registers`, `purpose`, `price-info`, `trainers`, `contact`, `brochure`, `website`. */
          only?: ProductDetails['only'] | undefined;

          /** The parts to show, and no others: `images`, `video`, `description`, `kind`, `level`, `language`, `duration`, `schedule`, `regions`, `participants`, `completion`, `points`, `registers`, `purpose`, `price-info`, `trainers`, `contact`, `brochure`, `website`. */
          'prop:only'?: ProductDetails['only'] | undefined;

          /** Who gives the course, for a host that knows. Without it the backend is asked for trainers who confirmed their profile. */
          trainers?: ProductDetails['trainers'] | undefined;

          /** Who gives the course, for a host that knows. Without it the backend is asked for trainers who confirmed their profile. */
          'prop:trainers'?: ProductDetails['trainers'] | undefined;

          /** The organisations that PE points are of, by id and name: they are shown by that name. Without it: as the product says. */
          peOrganisations?: ProductDetails['peOrganisations'] | undefined;

          /** The organisations that PE points are of, by id and name: they are shown by that name. Without it: as the product says. */
          'prop:peOrganisations'?: ProductDetails['peOrganisations'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: ProductDetails['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: ProductDetails['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: ProductDetails['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: ProductDetails['locale'] | undefined;

          /** The product that the backend is asked for. */
          'product-id'?: string | undefined;
        }
      > & {
        /** The product that the backend is asked for. */
        productId?: ProductDetails['productId'] | undefined;

        /** The product that the backend is asked for. */
        'prop:productId'?: ProductDetails['productId'] | undefined;

        /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
        product?: ProductDetails['product'] | undefined;

        /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
        'prop:product'?: ProductDetails['product'] | undefined;

        /** The site of the page: the backend shows products of groups on their own sites only. */
        site?: ProductDetails['site'] | undefined;

        /** The site of the page: the backend shows products of groups on their own sites only. */
        'prop:site'?: ProductDetails['site'] | undefined;

        /** The parts to show, and no others: `images`, `video`, `description`, `kind`, `level`, `language`, `duration`, `schedule`, `regions`, `participants`, `completion`, `points`, `registers`, `purpose`, `price-info`, `trainers`, `contact`, `brochure`, `website`. */
        only?: ProductDetails['only'] | undefined;

        /** The parts to show, and no others: `images`, `video`, `description`, `kind`, `level`, `language`, `duration`, `schedule`, `regions`, `participants`, `completion`, `points`, `registers`, `purpose`, `price-info`, `trainers`, `contact`, `brochure`, `website`. */
        'prop:only'?: ProductDetails['only'] | undefined;

        /** Who gives the course, for a host that knows. Without it the backend is asked for trainers who confirmed their profile. */
        trainers?: ProductDetails['trainers'] | undefined;

        /** Who gives the course, for a host that knows. Without it the backend is asked for trainers who confirmed their profile. */
        'prop:trainers'?: ProductDetails['trainers'] | undefined;

        /** The organisations that PE points are of, by id and name: they are shown by that name. Without it: as the product says. */
        peOrganisations?: ProductDetails['peOrganisations'] | undefined;

        /** The organisations that PE points are of, by id and name: they are shown by that name. Without it: as the product says. */
        'prop:peOrganisations'?: ProductDetails['peOrganisations'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: ProductDetails['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: ProductDetails['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: ProductDetails['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: ProductDetails['locale'] | undefined;

        /** The product that the backend is asked for. */
        'product-id'?: string | undefined;
      };
      'starting-dates': Omit<
        JSX.HTMLAttributes<StartingDates>,
        keyof {
          /** The product whose starts the backend is asked for. */
          productId?: StartingDates['productId'] | undefined;

          /** The product whose starts the backend is asked for. */
          'prop:productId'?: StartingDates['productId'] | undefined;

          /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
          product?: StartingDates['product'] | undefined;

          /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
          'prop:product'?: StartingDates['product'] | undefined;

          /** The site of the page: the backend shows products of groups on their own sites only. */
          site?: StartingDates['site'] | undefined;

          /** The site of the page: the backend shows products of groups on their own sites only. */
          'prop:site'?: StartingDates['site'] | undefined;

          /** Lets people choose a start. */
          selectable?: StartingDates['selectable'] | undefined;

          /** Lets people choose a start. */
          'prop:selectable'?: StartingDates['selectable'] | undefined;

          /** Id of the chosen start. The attribute is the choice to begin with, and after a reset. A start that can't be booked is never chosen; the only start of a product is, when it can be. */
          value?: StartingDates['value'] | undefined;

          /** Id of the chosen start. The attribute is the choice to begin with, and after a reset. A start that can't be booked is never chosen; the only start of a product is, when it can be. */
          'prop:value'?: StartingDates['value'] | undefined;

          /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
          selectedStart?: StartingDates['selectedStart'] | undefined;

          /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
          'prop:selectedStart'?: StartingDates['selectedStart'] | undefined;

          /** A form isn't sent until a start is chosen. Without any starts there is nothing to choose, and none is required. */
          required?: StartingDates['required'] | undefined;

          /** A form isn't sent until a start is chosen. Without any starts there is nothing to choose, and none is required. */
          'prop:required'?: StartingDates['required'] | undefined;

          /** Shows what is over too. */
          showPast?: StartingDates['showPast'] | undefined;

          /** Shows what is over too. */
          'prop:showPast'?: StartingDates['showPast'] | undefined;

          /** How many starts are shown at first. */
          limit?: StartingDates['limit'] | undefined;

          /** How many starts are shown at first. */
          'prop:limit'?: StartingDates['limit'] | undefined;

          /** Name under which a form sends what is chosen. */
          name?: StartingDates['name'] | undefined;

          /** Name under which a form sends what is chosen. */
          'prop:name'?: StartingDates['name'] | undefined;

          /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
          disabled?: StartingDates['disabled'] | undefined;

          /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
          'prop:disabled'?: StartingDates['disabled'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          backend?: StartingDates['backend'] | undefined;

          /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
          'prop:backend'?: StartingDates['backend'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          locale?: StartingDates['locale'] | undefined;

          /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
          'prop:locale'?: StartingDates['locale'] | undefined;

          /** The product whose starts the backend is asked for. */
          'product-id'?: string | undefined;

          /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
          'selected-start'?: string | undefined;

          /** Shows what is over too. */
          'show-past'?: boolean | undefined;

          /** The id of the form that it belongs to, when that isn't around it. */
          form?: string | undefined;

          /** A person chose another start. */
          'on:ek-start-change'?: ((event: CustomEvent<StartChangeDetail>) => void) | undefined;
        }
      > & {
        /** The product whose starts the backend is asked for. */
        productId?: StartingDates['productId'] | undefined;

        /** The product whose starts the backend is asked for. */
        'prop:productId'?: StartingDates['productId'] | undefined;

        /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
        product?: StartingDates['product'] | undefined;

        /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
        'prop:product'?: StartingDates['product'] | undefined;

        /** The site of the page: the backend shows products of groups on their own sites only. */
        site?: StartingDates['site'] | undefined;

        /** The site of the page: the backend shows products of groups on their own sites only. */
        'prop:site'?: StartingDates['site'] | undefined;

        /** Lets people choose a start. */
        selectable?: StartingDates['selectable'] | undefined;

        /** Lets people choose a start. */
        'prop:selectable'?: StartingDates['selectable'] | undefined;

        /** Id of the chosen start. The attribute is the choice to begin with, and after a reset. A start that can't be booked is never chosen; the only start of a product is, when it can be. */
        value?: StartingDates['value'] | undefined;

        /** Id of the chosen start. The attribute is the choice to begin with, and after a reset. A start that can't be booked is never chosen; the only start of a product is, when it can be. */
        'prop:value'?: StartingDates['value'] | undefined;

        /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
        selectedStart?: StartingDates['selectedStart'] | undefined;

        /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
        'prop:selectedStart'?: StartingDates['selectedStart'] | undefined;

        /** A form isn't sent until a start is chosen. Without any starts there is nothing to choose, and none is required. */
        required?: StartingDates['required'] | undefined;

        /** A form isn't sent until a start is chosen. Without any starts there is nothing to choose, and none is required. */
        'prop:required'?: StartingDates['required'] | undefined;

        /** Shows what is over too. */
        showPast?: StartingDates['showPast'] | undefined;

        /** Shows what is over too. */
        'prop:showPast'?: StartingDates['showPast'] | undefined;

        /** How many starts are shown at first. */
        limit?: StartingDates['limit'] | undefined;

        /** How many starts are shown at first. */
        'prop:limit'?: StartingDates['limit'] | undefined;

        /** Name under which a form sends what is chosen. */
        name?: StartingDates['name'] | undefined;

        /** Name under which a form sends what is chosen. */
        'prop:name'?: StartingDates['name'] | undefined;

        /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
        disabled?: StartingDates['disabled'] | undefined;

        /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
        'prop:disabled'?: StartingDates['disabled'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        backend?: StartingDates['backend'] | undefined;

        /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
        'prop:backend'?: StartingDates['backend'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        locale?: StartingDates['locale'] | undefined;

        /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
        'prop:locale'?: StartingDates['locale'] | undefined;

        /** The product whose starts the backend is asked for. */
        'product-id'?: string | undefined;

        /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
        'selected-start'?: string | undefined;

        /** Shows what is over too. */
        'show-past'?: boolean | undefined;

        /** The id of the form that it belongs to, when that isn't around it. */
        form?: string | undefined;

        /** A person chose another start. */
        'on:ek-start-change'?: ((event: CustomEvent<StartChangeDetail>) => void) | undefined;
      };
    }
  }
}
