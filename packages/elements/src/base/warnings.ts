/**
 * What is told to the developer of a host page: what is wrong, and what to do. In a file of its own, for it is loaded only
 * where there is something to tell. Values are texts, already made by whoever warns.
 */
export const WARNINGS = {
  'minifier-took-spaces': () =>
    "A minifier has taken white space out of the kit's templates. Leave its files out of minifying.",
  'tag-taken': (tag: string, by: string, version: string) =>
    `<${tag}> is defined already, by ${by === '' ? 'something else' : `version ${by} of the kit`}; that one stays, and not ` +
    `version ${version}. Load the kit once, or use defineElements({ prefix }) for the second.`,
  'false-attribute': (attribute: string) => `${attribute}="false" is read as false. Leave it out instead.`,
  'time-zone-unknown': (zone: string, used: string) =>
    `"${zone}" is not a time zone; ${used} is used. Write an IANA name.`,
  'language-not-loaded': (language: string) =>
    `The terms in "${language}" could not be loaded; the elements speak English, or Dutch. Serve its file too.`,
  'address-refused': (address: string) => `"${address}" can't be linked to. Write an http or https address.`,
  'not-shown': (tag: string) => `<${tag}> can't show what it was given. See the error.`,

  'no-backend': (tag: string) =>
    `<${tag}> has no backend. Put it in <enrollkit-backend>, set its .backend, or call setDefaultBackend().`,
  'nothing-to-show': (tag: string, attribute: string) =>
    `<${tag}> has nothing to show: its ${attribute} is missing or empty. Set it.`,
  'backend-lacks': (tag: string, ports: string) => `The backend of <${tag}> has no ${ports}.`,
  'backend-not-heard': () => 'Changes made elsewhere are not shown. See the error.',
  'backend-not-made': (tag: string, type: string) => `<${tag} type="${type}"> could not be made. See the error.`,
  'backend-without-type': (tag: string) => `<${tag}> has neither a type nor a .backend. Set one of them.`,
  'backend-type-unknown': (tag: string, type: string) =>
    `<${tag} type="${type}">: unknown type. Load its adapter and call defineBackendType().`,
  'backend-not-closed': () => 'A backend could not be closed. See the error.',

  'history-unreadable': () => "Entries of the history that can't be read aren't shown. Each needs from, to, at, cause.",
  'no-pencil': (tag: string) => `<${tag} editable>: the backend has no changeStatus, so there is no pencil. Add it.`,
  'audience-unknown': (tag: string, audience: string) => `<${tag}> knows no audience "${audience}"; write vat-exempt.`,
  'price-invalid': (tag: string, id: string, reasons: string) =>
    `<${tag}> can't show the price of product "${id}". Correct ${reasons}.`,
  'json-ld-incomplete': (id: string) => `json-ld needs the whole product "${id}": its price alone isn't enough.`,
  'not-booked': (tag: string) => `<${tag}> could not book. See the error.`,
  'limit-unreadable': (tag: string, limit: string) =>
    `<${tag}> can't use limit="${limit}". Write a whole number from 1.`,
  'no-calendar-file': (tag: string) => `<${tag}> can't write a calendar file. See the error.`,
  'part-unknown': (tag: string, names: string) => `<${tag}> knows no part "${names}" to show.`,
  'upload-limits-unreadable': (tag: string, value: string) =>
    `<${tag}> can't use "${value}" in accept or max-size. Write ".pdf, .png, .jpg" and "10MB".`,
  'pdf-worker-failed': () =>
    "The worker that reads PDFs failed. Is it at its address, and does the page's policy allow it?",
  'days-unreadable': (days: string, used: string) =>
    `<certificate-list> expiring-within="${days}" is no number of days; ${used} is used.`,

  'key-unreadable': (pair: string) =>
    `<enrollment-roster keys>: "${pair}" is not a status by hand and one letter, as in "no-show:x".`,
  'key-taken': (key: string) => `<enrollment-roster keys>: "${key}" is there twice; the first counts. Choose another.`,
  'status-unknown': (status: string) => `<enrollment-roster status="${status}">: not all of these are statuses.`,
  'field-unknown': (unknown: string, known: string) =>
    `<enrollment-roster fields>: there is no ${unknown}. Choose from: ${known}.`,

  'max-size-unreadable': (tag: string, value: string) => `<${tag}> can't use "${value}" as max-size. Write "500MB".`,
  'no-checker': () =>
    '<feed-check> has no checker. Set its .checker, or call setDefaultFeedChecker(createFeedChecker()).',
  'feed-not-checked': () => 'A feed could not be checked. See the error.',
  'findings-not-read': () => 'The findings of a feed could not be read. See the error.',
  'others-not-told': () => 'What others would refuse could not be read. See the error.',
  'products-not-read': () => 'The products of a feed could not be read. See the error.',
  'file-not-made': () => 'A file of the checked feed could not be made. See the error.',
} as const satisfies Readonly<Record<string, (...values: never) => string>>;
