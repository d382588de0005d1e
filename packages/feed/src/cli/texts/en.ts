import type { Texts } from './texts.js';

const numbers = new Intl.NumberFormat('en-GB');
const count = (value: number, one: string, more: string) => `${numbers.format(value)} ${value === 1 ? one : more}`;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name is unknown',
  EAI_AGAIN: 'the name can’t be looked up right now',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was lost',
  UND_ERR_SOCKET: 'the connection was lost',
  ENOSPC: 'the disk is full',
  EROFS: 'nothing may be written there',
  EACCES: 'you have no permission there',
  ENOENT: 'the folder does not exist',
};
const because = (reason: string) => (reason === '' ? '' : ` (${REASONS[reason] ?? reason})`);

/** What the program says, in English. */
export const en: Texts = {
  noSuchFile: ({ file }) => `${file} does not exist. Check its name and folder.`,
  mayNotRead: ({ file }) => `You may not read ${file}. Ask for permission to read this file.`,
  isFolder: ({ file }) => `${file} is a folder. Give the path of the feed file.`,
  cannotReadFile: ({ file, reason }) => `${file} can’t be read${because(reason)}. Try again, or try with a copy.`,
  cannotWriteFile: ({ file, reason }) => `${file} can’t be written${because(reason)}. Choose another place with -o.`,
  noOrganisations: ({ file }) =>
    `${file} is not a list of organizations. Write JSON such as [{ "id": "SKJ", "name": "Stichting Kwaliteitsregister Jeugd" }], with at most 1000 organizations.`,
  urlInvalid: ({ url }) => `${url} is not the address of a feed. Give one that begins with https:// or http://.`,
  urlUnreachable: ({ url, reason }) =>
    `${url} can’t be reached${because(reason)}. Check the address and your connection.`,
  urlRefused: ({ url, status }) =>
    `${url} returned status ${status} instead of a feed. Open the address in a browser to see why.`,
  urlRedirects: ({ url, most }) =>
    `${url} redirects more than ${most} times. Give the address where the feed itself is.`,
  urlTooSlow: ({ url }) => `${url} has stopped answering. Try again later.`,
  urlTooLarge: ({ url, gigabytes }) =>
    `The feed at ${url} is over ${gigabytes} GB. Download the file yourself and give its path here.`,
  unreadableAt: ({ file, line, column, why }) => `${file} can’t be read from line ${line}:${column} on. ${why}`,
  trainerFeed: 'This is a trainer feed. Add --trainers.',
  stopped: 'Stopped.',
  outputFailed: ({ code }) => `The output can’t be written${because(code)}. Free up space, or write it elsewhere.`,
  failed: ({ reason }) => `Something unexpected went wrong: ${reason}`,

  products: (value) => count(value, 'product', 'products'),
  trainers: (value) => count(value, 'trainer', 'trainers'),
  errors: (value) => count(value, 'error', 'errors'),
  warnings: (value) => count(value, 'warning', 'warnings'),
  number: (value) => numbers.format(value),

  headingErrors: 'Errors: these are not imported',
  headingWarnings: 'Warnings',
  moreOfThis: (value) => count(value, 'more time', 'more times'),
  summary: ({ items, errors, warnings }) => `${items} read: ${errors}, ${warnings}.`,
  allGood: ({ items }) => `${items} read: everything is fine.`,
  difference: (counts) =>
    `Compared with the previous feed: ${numbers.format(counts.create)} new, ${numbers.format(counts.update)} changed, ` +
    `${numbers.format(counts.delete)} would be deleted.`,
  otherFinding: ({ path }) => `The value of ${path === '' ? 'this product' : path} can’t be stored. Check it.`,
  unchanged: (value) => `${numbers.format(value)} unchanged`,

  actions: {
    create: (value) => `${numbers.format(value)} new`,
    update: (value) => `${numbers.format(value)} changed`,
    restore: (value) => `${numbers.format(value)} restored`,
    delete: (value) => `${numbers.format(value)} to delete`,
    invite: (value) => `${count(value, 'trainer', 'trainers')} to invite`,
  },
  changed: ({ field, from, to }) => `${field}: ${from} becomes ${to}`,
  nothing: 'nothing',
  nothingToDo: 'There is nothing to do: everything already matches the feed.',
  nothingImportable: (value) =>
    `Nothing can be imported: ${count(value, 'product has an error', 'products have an error')}. Check the feed: enrollkit feed check.`,
  enrollments: ({ total, open }) =>
    total === 0
      ? 'no enrollments'
      : `${count(total, 'enrollment', 'enrollments')}, ${numbers.format(open)} of them open`,
  newId: ({ id, name }) => `perhaps this is ${id} (“${name}”) under a new ID: if so, do not delete it, and keep the ID`,
  newIds: (value) =>
    `${count(value, 'product seems', 'products seem')} to have only a new ID. What belongs to ${value === 1 ? 'it' : 'them'} is kept, unless you apply with --new-ids replace.`,
  unknownMissing: (value) =>
    `${count(value, 'product is', 'products are')} missing, and ${value === 1 ? 'is' : 'are'} not deleted: a product in the feed can’t be read.`,
  heldHere: ({ percentage, most }) =>
    `This would delete ${numbers.format(percentage)}% of what was there, and an import stops above ${numbers.format(most)}%. If that is right, import it with --max-delete.`,
  productsNotBookable: (value) =>
    `${count(value, 'product', 'products')} can’t be booked and ${value === 1 ? 'was' : 'were'} left out.`,
  leftOut: (value) =>
    `${count(value, 'product with an error is', 'products with an error are')} left out of the import and ${value === 1 ? 'is' : 'are'} not deleted.`,
  moreSteps: (value) => `and ${numbers.format(value)} more`,

  uploading: 'uploading',
  planning: 'comparing',
  applying: 'applying',
  held: ({ percentage, most, enrollments, command }) =>
    `This import deletes ${numbers.format(percentage)}% of what is there, and ${numbers.format(most)}% is the limit. ` +
    `${enrollments === undefined ? '' : `There are ${enrollments} on what would be deleted. `}If that is right, run: ${command}`,
  importFailed: ({ why }) => `The import could not continue. ${why}`,
  importCancelled: 'The import was cancelled. Start again with the same file.',
  importDone: ({ applied }) => `Done: ${count(applied, 'change', 'changes')} applied.`,
  waiting: ({ command }) => `The plan is ready and nothing has changed yet. Apply it: ${command}`,
  goOn: ({ command }) => `The server continues by itself. To watch it again: ${command}`,
  uploadStopped: 'The upload was stopped and nothing has changed. Start again with the same file.',
  sendsAgain: ({ seconds }) => `The server can’t take the feed now. It is sent again in ${seconds}\u00a0s.`,
  applyQuestion: 'Apply this? [y/N] ',
  isYes: (answer) => /^\s*(y|yes|j|ja)\s*$/i.test(answer),
  needsAnswer: 'Nobody can answer here. Add --yes to apply, or --plan-only just to look.',
  noToken: 'There is no key. Put it in the environment variable ENROLLKIT_TOKEN, or give a file with --token-file.',
  unencrypted: ({ url }) => `The key goes to ${url} without encryption. Use an address that begins with https://.`,
  emptyToken: ({ file }) => `There is no key in ${file}. Put it on the first line, by itself.`,
  serverUnreachable: ({ url, reason }) =>
    `The server ${url} can’t be reached${because(reason)}. Check the address and your connection.`,
  serverRefused: ({ status, why }) => `The server refused this (${status}). ${why}`,
  serverUnknown: ({ url }) => `${url} does not answer as an Enrollkit server. Check the address.`,
  alreadyRunning: ({ id }) => `An import is already running. Watch it with --resume ${id}, or wait until it is done.`,
  notAuthorized: 'The server does not know this key, or it has expired. Make a new key and try again.',

  written: ({ items, file }) => `${items} written to ${file}.`,
  notWritten: ({ products: lostProducts, values, file }) =>
    `${file} has not been overwritten: ${count(lostProducts, 'product', 'products')} and ${count(values, 'value', 'values')} would be lost. Choose another file with -o.`,
  lostFromFile: ({ count: value }) => `${count(value, 'item was', 'items were')} not kept:`,
  leftOutOfFile: ({ count: value }) => `${count(value, 'product was', 'products were')} left out because of an error:`,
  converted: ({ count: value, format }) => `${count(value, 'product', 'products')} converted to ${format}.`,
  convertedTogether: ({ count: value, format }) =>
    `${count(value, 'record', 'records')} for ${format}, made from all products.`,
  conversionRefused: ({ count: value, format }) =>
    `${format} would refuse ${count(value, 'product', 'products')}, and ${value === 1 ? 'it was' : 'they were'} left out.`,
  conversionItem: ({ why, id, more }) =>
    `${why} (${id}${more > 0 ? ` and ${count(more, 'more product', 'more products')}` : ''})`,
  leftOutItem: ({ id, line, why }) => `line ${line}${id === '' ? '' : `, ${id}`}: ${why}`,
};
