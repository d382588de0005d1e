import { BOOKING_ISSUE_TEXTS } from './booking-issue-texts.js';
import type { ProblemText } from './error-texts.js';
import { FILE_ISSUE_TEXTS } from './file-issue-texts.js';
import type { ServerIssueCode } from './issue-codes.js';
import { WEBHOOK_ISSUE_TEXTS } from './webhook-issue-texts.js';

/** One text for every code in `errors`. */
export const ISSUE_TEXTS: Readonly<Record<ServerIssueCode, ProblemText>> = {
  ...BOOKING_ISSUE_TEXTS,
  ...FILE_ISSUE_TEXTS,
  ...WEBHOOK_ISSUE_TEXTS,
  // What any field can have.
  required: { title: 'This field is missing', help: 'Fill it in.' },
  'wrong-type': { title: 'This is the wrong type of value', help: 'Send a value of the type in `params.expected`.' },
  'unknown-field': { title: 'This field does not exist', help: 'Check the spelling, or leave the field out.' },
  'not-allowed': { title: 'This value is not allowed', help: 'Send one of the values in `params.allowed`.' },
  'out-of-range': { title: 'This value is out of range', help: 'Send a value within the limits in the documentation.' },
  'date-invalid': { title: 'This is not a valid date', help: 'Send an existing date, written as yyyy-mm-dd.' },
  'instant-invalid': {
    title: 'This is not a valid date and time',
    help: 'Send a date and time with a UTC offset, such as 2026-09-12T10:00:00Z.',
  },
  'moment-or-day-invalid': {
    title: 'This is not a valid date, or date and time',
    help: 'Send a date (yyyy-mm-dd), or a date and time with a UTC offset (2026-09-12T10:00:00Z). In a URL, write + as %2B.',
  },
  'page-too-large': {
    title: 'This page would be too large',
    help: 'Ask for at most `params.max` at a time with `size`.',
  },
  'number-invalid': { title: 'This is not a valid number', help: 'Use digits only, with a point before any decimals.' },
  'email-invalid': { title: 'This is not a valid email address', help: 'Send an address such as name@example.nl.' },
  'id-taken': {
    title: 'This id is already in use',
    help: 'Choose another id, or leave it out and the server will make one.',
  },
  'name-taken': {
    title: 'Another product has this name',
    help: 'Choose another name, or change that product: its id is `params.productId`. Names are unique across languages, too.',
  },
  'id-mismatch': { title: 'The id differs from the id in the path', help: 'Send the id of the path, or leave it out.' },
  'time-zone-unknown': { title: 'This time zone does not exist', help: 'Use an IANA name such as Europe/Amsterdam.' },

  // Bookings.
  'cancellation-not-announced': {
    title: 'The cancellation has not been announced yet',
    help: 'Announce first that this starting date will be cancelled.',
  },
  'minimum-reached': {
    title: 'Enough people have booked this starting date',
    help: 'There is no reason to cancel it.',
  },
  'start-guaranteed': {
    title: 'This starting date is guaranteed to take place',
    help: 'Publish it without the guarantee before you cancel it.',
  },
  'import-held': {
    title: 'This import would delete too much',
    help: 'Check its steps: it deletes products that have `params.enrollments` bookings. Send `force` if you want to delete them, or send the complete feed again.',
  },
  'import-not-planning': { title: 'This import has already been planned', help: 'Start a new import.' },
  'import-not-planned': {
    title: 'This import has no plan to apply',
    help: '`params.state` says where it is: wait until it is planned, or start a new import.',
  },
  'import-not-applying': { title: 'This import is not being applied', help: '`params.state` says where it is.' },
  'import-steps-left': {
    title: 'Some steps of this import have not been done',
    help: 'Finish them, or cancel the import.',
  },
  'import-over': { title: 'This import has already ended', help: 'Start a new import.' },
  'step-id-taken': { title: 'Two steps have the same id', help: 'Use each id once.' },
  'enrollment-cancelled': {
    title: 'This booking is cancelled',
    help: 'Make a new booking. A cancelled one can’t be opened again.',
  },
  'status-not-by-hand': {
    title: 'This status can’t be set by hand',
    help: 'Choose enrolled, started, completed, did-not-pass or no-show. To cancel, use POST /bookings/{id}/cancel.',
  },
  'end-date-before-start-date': {
    title: 'The end date is before the starting date',
    help: 'Send an end date on or after the starting date.',
  },
  'one-change-at-a-time': {
    title: 'A request changes either the status or the dates',
    help: 'Send participation_status or dates, not both and not neither. Make a second request for the other.',
  },

  // Certificates.
  'booking-not-found': {
    title: 'No booking matches',
    help: 'This email address has no booking for a product that leads to this certification. Send booking_id, or link the certification to the product.',
  },
  'number-unknown': {
    title: 'No record has this number',
    help: 'Look the number up in this server’s own list: every server numbers its records in its own way.',
  },
  'booking-ambiguous': {
    title: 'More than one booking matches',
    help: 'This email address has several bookings for this certification. Send booking_id.',
  },
  'email-has-space': {
    title: 'There is a space in this email address',
    help: 'In a URL, write a plus sign as %2B: a bare + means a space there.',
  },
  'email-mismatch': {
    title: 'This is not the email address of the booking',
    help: 'Send the participant’s address as it is in the booking, or leave it out.',
  },
  'product-without-certification': {
    title: 'This product leads to no certification yet',
    help: 'Link a certification first, with PUT /products/{id}/certifications.',
  },
  'certification-required': { title: 'The certification is missing', help: 'Send certification_id.' },
  'certification-not-linked': {
    title: 'This product does not lead to this certification',
    help: 'Use one of the product’s certification_ids, or link this certification first.',
  },
  'unknown-certification': {
    title: 'This certification does not exist',
    help: 'Use the id of one of your own certifications.',
  },
  'valid-from-required': { title: 'The first day of validity is missing', help: 'Send valid_from.' },
  'valid-until-required': {
    title: 'The last day of validity is missing',
    help: 'This certification needs one: send valid_until.',
  },
  'valid-until-before-valid-from': {
    title: 'The last day of validity is before the first',
    help: 'Send a valid_until on or after valid_from.',
  },
  'consent-required': {
    title: 'The participant’s consent is missing',
    help: 'This certificate shows results. Ask the participant for consent first, then send consent_text_version.',
  },
  'file-required': {
    title: 'The file is missing',
    help: 'Send it as `file`: as base64 in JSON, or as a part of the form.',
  },
  'base64-data-address': {
    title: 'This is a data: URL, not just the file',
    help: 'Leave out everything up to and including the first comma: the rest is the file in base64.',
  },
  'base64-invalid': {
    title: 'This is not valid base64',
    help: 'Encode the file as in RFC 4648, section 4: without line breaks, with = at the end where needed.',
  },

  // Feeds, as they are sent or fetched.
  'import-source-missing': {
    title: 'The feed of this import is no longer on the server',
    help: 'Send the feed again.',
  },
  'import-too-heavy': {
    title: 'Reading this feed takes too much time or memory',
    help: 'Check whether the file is right, or split it into smaller feeds.',
  },
  'import-source-changed': { title: 'The feed has changed since the plan was made', help: 'Send the feed again.' },
  'import-broken': { title: 'The import failed because of a fault on the server', help: 'Send the feed again later.' },
  'platform-address-invalid': {
    title: 'This server may not call this address',
    help: 'Send an address on the public internet that begins with https:// and has no user name in it.',
  },
  'feed-address-invalid': {
    title: 'This is not a valid feed address',
    help: 'Send an address that begins with https://, without a user name.',
  },
  'feed-address-insecure': {
    title: 'This feed address is not encrypted',
    help: 'Send an address that begins with https://.',
  },
  'feed-address-private': {
    title: 'This feed address is inside a private network',
    help: 'Publish the feed at an address on the internet.',
  },
  'feed-host-unknown': { title: 'The server of this feed was not found', help: 'Check the address.' },
  'feed-unreachable': { title: 'The server of the feed can’t be reached', help: 'Try again later.' },
  'feed-certificate-invalid': {
    title: 'The security certificate of the feed’s server is not valid',
    help: 'Ask whoever runs that server to renew it.',
  },
  'feed-status': {
    title: 'The server of the feed answered with an error',
    help: 'Check the address, and whether the feed is public. `params.status` is the status that it answered with.',
  },
  'feed-redirects': { title: 'The feed address redirects too often', help: 'Send the address of the feed itself.' },
  'feed-cut-off': { title: 'The connection was lost before the feed was complete', help: 'Try again later.' },
  'feed-too-slow': { title: 'The feed came in too slowly', help: 'Try again later.' },
  'feed-gzip-broken': {
    title: 'The compressed feed is damaged',
    help: 'Compress the feed again, or send the XML itself.',
  },
  'feed-too-large': {
    title: 'The feed is too large',
    help: 'Send a feed of at most `params.maxSizeBytes` bytes, counted after decompression.',
  },

  // How a request is made.
  'json-malformed': {
    title: 'This is not valid JSON',
    help: 'The first mistake is on line `params.line`, column `params.column`.',
  },
  'xml-malformed': {
    title: 'This is not well-formed XML in UTF-8',
    help: 'The first mistake is on line `params.line`, column `params.column`.',
  },
  'xml-unexpected': {
    title: 'This XML is not a certificate, or a list of certificates',
    help: 'Send a certificate element, or a certificates element with a certificate element for each, with its fields as elements, and without a DOCTYPE.',
  },
  'multipart-malformed': {
    title: 'This is not a valid multipart form',
    help: 'Let your HTTP library write the form and its boundary.',
  },
  'field-repeated': {
    title: 'This field was sent more than once',
    help: 'Send each field once. For several certificates, use certificates[0][…], certificates[1][…] and so on.',
  },
  'too-many-items': { title: 'There are too many items in one request', help: 'Send at most `params.max` at a time.' },
  'too-many-parts': {
    title: 'The form has too many parts',
    help: 'Send only the documented fields, each of them once.',
  },
  'not-storable': {
    title: 'This value can’t be stored',
    help: 'Leave out null characters and incomplete Unicode characters, and keep ids under a few hundred characters.',
  },
  'value-too-long': { title: 'This value is too long', help: 'Send at most `params.max` characters.' },
  'too-many': { title: 'This list is too long', help: 'Send at most `params.max` entries.' },
  'id-not-allowed': {
    title: 'This id can’t be used in a URL',
    help: 'Choose another id: not `.` or `..`, and without `.json`, `.xml` or `.csv` at the end.',
  },
  'year-out-of-range': {
    title: 'This year can’t be right',
    help: 'Send a day in a year from `params.min` to `params.max`, with four digits.',
  },
  'body-too-large': {
    title: 'The request is too large',
    help: 'Send at most `params.maxSizeBytes` bytes, or use a multipart form.',
  },
  'json-too-deep': {
    title: 'The JSON is nested too deeply',
    help: 'Nest lists and objects no more than `params.max` levels deep.',
  },
  'json-too-many-parts': {
    title: 'The JSON has too many values',
    help: 'Send less at once: at most `params.max` lists, objects and values together.',
  },
  'body-too-slow': {
    title: 'The request came in too slowly',
    help: 'Send it again over a faster connection, or send less at once.',
  },
  'content-type-unsupported': {
    title: 'This content type is not accepted',
    help: 'Send one of the types in `params.accepted` as Content-Type.',
  },
  'content-encoding-unsupported': {
    title: 'Compressed requests are not accepted',
    help: 'Send the body uncompressed, without Content-Encoding.',
  },
  'not-acceptable': {
    title: 'This format is not available',
    help: 'Ask for application/json or application/xml in Accept.',
  },
  'method-not-allowed': {
    title: 'This method can’t be used here',
    help: 'Use one of the methods in `params.allowed`.',
  },
  'if-match-invalid': {
    title: 'This is not a valid version',
    help: 'Send the ETag that you received, such as If-Match: "3".',
  },
  'idempotency-key-invalid': {
    title: 'This is not a valid idempotency key',
    help: 'Use 1 to 200 printable ASCII characters, without spaces.',
  },
  'idempotency-key-reused': {
    title: 'This idempotency key was already used for another request',
    help: 'Use a new key for every new request.',
  },
};

/** For a code that a newer part of the server knows and this table doesn't. */
export const OTHER_ISSUE: ProblemText = {
  title: 'This value was not accepted',
  help: 'See the documentation of this field.',
};
