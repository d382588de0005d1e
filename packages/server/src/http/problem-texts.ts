import type { ErrorCode } from '@enrollkit/core';

/** What developers read about an error: what it is, and what to do. */
export interface ProblemText {
  readonly title: string;
  readonly help: string;
}

/** One text for every code of an error. */
export const ERROR_TEXTS: Readonly<Record<ErrorCode, ProblemText>> = {
  'not-found': {
    title: 'No such record',
    help: 'Check the address. A record of another provider, or one that this credential may not know of, is answered so too.',
  },
  forbidden: { title: 'Not allowed', help: 'Use a credential with a role that may do this.' },
  unauthorized: {
    title: 'Not signed in',
    help: 'Send `Authorization: Bearer` with an API key, or with a token that has not expired.',
  },
  conflict: {
    title: 'Changed meanwhile, or there already',
    help: 'Look at `current`, decide again, and send its version as `If-Match`.',
  },
  invalid: { title: 'The request can’t be accepted', help: 'See `errors`: each says where and what to do.' },
  duplicate: { title: 'This file is there already', help: 'Nothing to do: `current` is the record that has it.' },
  'too-large': { title: 'Too large', help: 'Send a smaller file, or fewer certificates in one request.' },
  'unsupported-media-type': {
    title: 'Not a type that is accepted',
    help: 'See `errors` for what was found and what is accepted.',
  },
  'rate-limited': { title: 'Too many requests', help: 'Wait as long as `Retry-After` says, then send it again.' },
  'storage-full': { title: 'No room left', help: 'Make room on the server, then send it again.' },
  'storage-unavailable': { title: 'The storage can’t be reached', help: 'Send it again in a while.' },
  queued: { title: 'Kept until there is a connection', help: 'Nothing to do. A server never answers this.' },
  offline: { title: 'No connection', help: 'Send it again when there is a connection.' },
  timeout: { title: 'It took too long', help: 'Send it again, with the same `Idempotency-Key`.' },
  aborted: {
    title: 'Stopped by the caller',
    help: 'Nothing was kept of it. Send it again when it was not meant to stop.',
  },
  'bad-answer': { title: 'Another system gave no usable answer', help: 'Send it again in a while.' },
  internal: {
    title: 'A fault of the server',
    help: 'Send it again, with the same `Idempotency-Key`. When it stays, tell who runs the server the request id.',
  },
};

/** One text for every code in `errors`. */
export const ISSUE_TEXTS: Readonly<Record<string, ProblemText>> = {
  // What any field can have.
  required: { title: 'Missing', help: 'Fill it in.' },
  'wrong-type': { title: 'Another type', help: 'Send a value of the type in `params.expected`.' },
  'unknown-field': { title: 'No such field', help: 'Check its spelling, or leave it out.' },
  'not-allowed': { title: 'Not one of the values', help: 'Send one of the values in `params.allowed`.' },
  'out-of-range': { title: 'Out of range', help: 'Send a value within the limits that the documentation names.' },
  'date-invalid': { title: 'No day on the calendar', help: 'Send a day that exists, as yyyy-mm-dd.' },
  'instant-invalid': {
    title: 'No moment',
    help: 'Send a moment with an offset, for example 2026-09-12T10:00:00Z.',
  },
  'moment-or-day-invalid': {
    title: 'Neither a moment nor a day',
    help: 'Send a day (yyyy-mm-dd) or a moment with an offset (2026-09-12T10:00:00Z; in an address, + is %2B).',
  },
  'number-invalid': { title: 'No number', help: 'Send decimal digits with a point.' },
  'email-invalid': { title: 'No e-mail address', help: 'Send an address with an @.' },
  'id-taken': { title: 'The id is taken', help: 'Choose another id, or leave it out.' },
  'id-mismatch': { title: 'Two ids', help: 'Send the id of the path, or none.' },
  'time-zone-unknown': { title: 'Unknown time zone', help: 'Use an IANA name such as Europe/Amsterdam.' },

  // Bookings.
  'product-deleted': { title: 'No longer offered', help: 'Book another product, or restore this one first.' },
  'product-full': { title: 'The product takes no bookings', help: 'Book another one, or set `max_participants`.' },
  'start-closed': { title: 'The start takes no bookings', help: 'Book another starting date of the product.' },
  'start-cancelled': { title: 'The start is cancelled', help: 'Book another starting date: a cancelled one stays so.' },
  'cancellation-not-announced': { title: 'Not announced', help: 'Announce that the start will be cancelled first.' },
  'minimum-reached': { title: 'The start has its minimum', help: 'Nothing to do: enough people enrolled for it.' },
  'start-guaranteed': { title: 'The start is guaranteed', help: 'Publish it without the guarantee first.' },
  'import-held': {
    title: 'The import would delete too much',
    help: 'Look at its steps. Send `force` when that is what you want, or send the whole feed again.',
  },
  'import-not-planning': { title: 'The plan is made', help: 'Start a new import.' },
  'import-not-planned': {
    title: 'There is no plan to carry out',
    help: 'See `params.state`: wait, or start a new import.',
  },
  'import-not-applying': { title: 'The import is not being carried out', help: 'See `params.state`.' },
  'import-steps-left': { title: 'Some steps are not done', help: 'Do them, or cancel the import.' },
  'import-over': { title: 'The import is over', help: 'Start a new import.' },
  'step-id-taken': { title: 'Two steps for one record', help: 'Send each id once.' },
  'enrollment-cancelled': { title: 'The booking is cancelled', help: 'Make a new booking: a cancelled one stays so.' },
  'status-not-by-hand': {
    title: 'Nobody sets this status',
    help: 'Send enrolled, started, completed, did not pass or no-show. Cancel with POST /bookings/{id}/cancel.',
  },
  'end-date-before-start-date': {
    title: 'Ends before it starts',
    help: 'Send an end date on or after the start date.',
  },
  'unknown-starting-date': { title: 'No such starting date', help: 'Use the id of a starting date of this product.' },
  'one-change-at-a-time': {
    title: 'One change at a time',
    help: 'Send either participation_status or dates: each is a change of its own.',
  },

  // Certificates.
  'booking-not-found': {
    title: 'No booking fits',
    help: 'No booking of this address is for a product that leads to this certification. Send booking_id, or link the certification.',
  },
  'booking-ambiguous': {
    title: 'Several bookings fit',
    help: 'Send booking_id: this address has several bookings for this certification.',
  },
  'email-mismatch': { title: 'Another person’s address', help: 'Send the address of the booking, or leave it out.' },
  'product-without-certification': {
    title: 'The product leads to no certification',
    help: 'First say what the course leads to, with PUT /products/{id}/certifications.',
  },
  'certification-required': { title: 'Which certification is missing', help: 'Send certification_id.' },
  'certification-not-linked': {
    title: 'The product doesn’t lead to this certification',
    help: 'Use one of the certification_ids of the product, or link it first.',
  },
  'unknown-certification': { title: 'No such certification', help: 'Use the id of one of your own certifications.' },
  'valid-from-required': { title: 'The first day is missing', help: 'Send valid_from.' },
  'valid-until-required': {
    title: 'The last day is missing',
    help: 'Send valid_until: this certification asks for it.',
  },
  'valid-until-before-valid-from': {
    title: 'Ends before it begins',
    help: 'Send a valid_until on or after valid_from.',
  },
  'consent-required': {
    title: 'The participant’s consent is missing',
    help: 'It shows results: ask the participant beforehand, then send consent_text_version.',
  },
  'file-required': { title: 'The file is missing', help: 'Send it as `file`: base64 in JSON, or a part of the form.' },
  'file-empty': { title: 'The file is empty', help: 'Send the file itself.' },
  'file-unreadable': { title: 'The file can’t be read', help: 'Send it again.' },
  'file-too-large': { title: 'The file is too large', help: 'Send at most as many bytes as `params.maxSizeBytes`.' },
  'file-not-pdf': { title: 'No PDF', help: 'Send a PDF. The bytes count, not the name.' },
  'file-type-not-accepted': {
    title: 'Not a type of file that is accepted',
    help: 'Send one of `params.accepted`. The bytes count, not the name.',
  },
  'file-truncated': { title: 'The end of the file is missing', help: 'Send the whole file.' },
  'file-encrypted': { title: 'The file is locked', help: 'Send a PDF that opens without a password.' },
  'base64-invalid': {
    title: 'No base64',
    help: 'Encode the bytes as RFC 4648 section 4 says: without line breaks, with = at the end.',
  },

  // Feeds, as they are sent or fetched.
  'import-source-missing': { title: 'The feed is no longer there', help: 'Send the feed again.' },
  'import-broken': { title: 'The import fails for a fault of the server', help: 'Send the feed again later.' },
  'feed-address-invalid': {
    title: 'No address of a feed',
    help: 'Send an address that begins with https://, without a user name.',
  },
  'feed-address-insecure': {
    title: 'An address without encryption',
    help: 'Send an address that begins with https://.',
  },
  'feed-address-private': { title: 'An address inside a network', help: 'Put the feed at a public address.' },
  'feed-gzip-broken': { title: 'Broken gzip', help: 'Compress the feed again, or send the XML itself.' },
  'feed-too-large': { title: 'The feed is too large', help: 'Send at most `params.maxSizeBytes` bytes, decompressed.' },

  // How a request is made.
  'json-malformed': { title: 'No JSON', help: 'See `params.line` and `params.column` for where it stops being JSON.' },
  'multipart-malformed': { title: 'No multipart form', help: 'Let your HTTP library write the form and its boundary.' },
  'field-repeated': {
    title: 'Sent twice',
    help: 'Send each field once. Several certificates: certificates[0][…], certificates[1][…].',
  },
  'too-many-items': { title: 'Too many certificates', help: 'Send at most `params.max` in one request.' },
  'too-many-parts': { title: 'Too many parts', help: 'Send only the fields that are documented, each once.' },
  'not-storable': {
    title: 'Can’t be stored',
    help: 'Send texts without null characters and halves of characters, and ids of at most some hundred characters.',
  },
  'value-too-long': { title: 'Too long', help: 'Send a shorter value.' },
  'body-too-large': {
    title: 'The request is too large',
    help: 'Send at most `params.maxSizeBytes` bytes, or use a multipart form.',
  },
  'json-too-deep': {
    title: 'The JSON is too deep',
    help: 'Send records as they are documented: lists and objects in each other at most `params.max` deep.',
  },
  'json-too-many-parts': {
    title: 'The JSON has too many parts',
    help: 'Send less at once: lists, objects and values together may be at most `params.max`.',
  },
  'body-too-slow': {
    title: 'The request came in too slowly',
    help: 'Send it again over a faster line, or send less at once.',
  },
  'content-type-unsupported': { title: 'Unknown content type', help: 'Send one of `params.accepted` as Content-Type.' },
  'content-encoding-unsupported': { title: 'Compressed', help: 'Send the body as it is, without Content-Encoding.' },
  'not-acceptable': { title: 'No such representation', help: 'Accept application/json or application/xml.' },
  'method-not-allowed': { title: 'No such method here', help: 'Use one of the methods in `params.allowed`.' },
  'if-match-invalid': { title: 'No version', help: 'Send the ETag that you were given, for example If-Match: "3".' },
  'idempotency-key-invalid': {
    title: 'No usable key',
    help: 'Send 1 to 200 letters, digits and marks without spaces.',
  },
  'idempotency-key-reused': {
    title: 'The key was used for something else',
    help: 'Make a new key for every new request.',
  },
};

/** For a code that a newer part of the server knows and this table doesn't. */
export const OTHER_ISSUE: ProblemText = { title: 'Can’t be accepted', help: 'See the documentation of this field.' };
