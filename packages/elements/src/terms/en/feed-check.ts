import type { Counted, FeedCheckTerms } from '../feed-check.js';

const many = ({ count, text }: Counted, one: string, more: string): string => `${text} ${count === 1 ? one : more}`;
const products = (counted: Counted): string => many(counted, 'product', 'products');
const trainers = (counted: Counted): string => many(counted, 'trainer', 'trainers');
const errors = (counted: Counted): string => many(counted, 'error', 'errors');
const warnings = (counted: Counted): string => many(counted, 'warning', 'warnings');

export const en: FeedCheckTerms = {
  heading: 'Check a product feed',
  of: {
    products: {
      count: products,
      checked: (checked) => `${products(checked)} checked`,
      errorsNote: 'A product with an error can’t be imported.',
      warningsNote: 'Every product can be imported. The warnings say what could be better.',
      leftOut: (left) =>
        `${products(left)} with errors ${left.count === 1 ? 'is' : 'are'} not in the repaired feed. Correct ` +
        `${left.count === 1 ? 'it' : 'them'} first: importing this feed as a whole would delete ` +
        `${left.count === 1 ? 'it' : 'them'}.`,
      each: 'By product',
    },
    trainers: {
      count: trainers,
      checked: (checked) => `${trainers(checked)} checked`,
      errorsNote: 'A trainer with an error can’t be imported.',
      warningsNote: 'Every trainer can be imported. The warnings say what could be better.',
      leftOut: (left) =>
        `${trainers(left)} with errors ${left.count === 1 ? 'is' : 'are'} not in the repaired feed. Correct the errors first.`,
      each: 'By trainer',
    },
  },

  drop: 'Drop the product feed here',
  orChoose: 'or choose a file',
  limits: (maxSize) => `XML, also compressed as .gz, up to ${maxSize}`,
  staysHere: 'The feed stays in this browser. Nothing is sent.',
  otherWays: 'Paste text or enter a web address',
  text: 'Text of the feed',
  checkText: 'Check the text',
  address: 'Web address of the feed',
  fetchAddress: 'Fetch and check',
  pastedName: 'Pasted text',
  mode: 'How to check',
  tolerant: 'As importers read',
  tolerantNote: 'What an importer solves itself is a warning.',
  strict: 'Exactly by the schema',
  strictNote: 'Every deviation from the schema is an error.',

  encoding: 'Character encoding',
  encodingOfFeed: 'As stated in the feed',

  fetching: (name) => `Fetching ${name}`,
  checking: (name) => `Checking ${name}`,
  readOf: (read, total) => `${read} of ${total}`,
  stop: 'Stop',
  stopped: (name) => `The check of ${name} has been stopped.`,
  again: 'Check again',

  clean: 'This feed is fine.',
  found: (foundErrors, foundWarnings) =>
    [foundErrors.count > 0 && errors(foundErrors), foundWarnings.count > 0 && warnings(foundWarnings)]
      .filter(Boolean)
      .join(' and '),
  incomplete: 'The feed could not be read to its end.',
  nothingRead: 'This could not be read as a product feed.',
  onPage: 'The check could not run in the background. It ran on the page itself, which took longer.',

  saveFindings: 'Download findings (CSV)',
  saveRepaired: 'Download repaired feed (XML)',
  saving: 'Creating the file',
  saved: 'The file is being downloaded.',
  lost: (things) => `${many(things, 'item is', 'items are')} not in the repaired feed:`,
  saveFailed: 'The file could not be created. Check the feed again, then try once more.',
  findingsFile: (name) => `${name}-findings`,
  repairedFile: (name) => `${name}-repaired`,

  findings: 'Findings',
  filterFindings: 'Filter findings',
  groupBy: 'Group',
  byKind: 'By kind',
  severity: 'Severity',
  everySeverity: 'All',
  onlyErrors: 'Errors only',
  onlyWarnings: 'Warnings only',
  kind: 'Kind',
  everyKind: 'All kinds',
  search: 'Search',
  noMatch: 'No findings match these filters.',
  clearFilter: 'Show all',
  matches: (groups) => many(groups, 'group', 'groups'),
  firstOnly: (findings) => `These are the first ${findings} findings. The CSV file has all of them.`,
  error: 'Error',
  warning: 'Warning',
  errors,
  warnings,
  place: (line, column) => `Line ${line}, character ${column}`,
  atLine: (line) => `From line ${line}`,
  productId: (id) => `ID ${id}`,
  more: 'Show more',
  shownOf: (shown, total) => `${shown} of ${total}`,

  prices: 'Prices',
  findProduct: 'Search by name or ID',
  product: 'Product',
  noProduct: 'No product found. Search for something else.',
  noPrice: 'This price can’t be calculated. Correct the errors of this product first.',

  compare: 'Compare with the previous feed',
  compareNote: 'See in advance what an import would add, change and delete.',
  dropPrevious: 'Drop the previous feed here',
  comparing: (name) => `Comparing with ${name}`,
  comparedWith: (name) => `Compared with ${name}`,
  difference: (create, update, gone) => `${create} new, ${update} changed, ${gone.text} would be deleted`,
  noDifference: 'The feeds are the same. An import would change nothing.',
  unchanged: (unchanged) => `${products(unchanged)} unchanged`,
  created: (created) => `New (${created})`,
  updated: (updated) => `Changed (${updated})`,
  deleted: (deleted) => `To be deleted (${deleted})`,
  fields: {
    name: 'name',
    description: 'description',
    language: 'language',
    productType: 'product type',
    courseType: 'kind of course',
    level: 'level',
    price: 'price',
    additionalCosts: 'additional costs',
    discounts: 'discounts',
    priceInfo: 'note on the price',
    startingDates: 'starting dates',
    maxParticipants: 'maximum number of participants',
    participantsByAgreement: 'participants by agreement',
    duration: 'duration',
    durationByAgreement: 'duration by agreement',
    studyLoad: 'study load',
    runtime: 'total duration',
    completion: 'completion',
    moments: 'times of day',
    regions: 'regions',
    trainerEmails: 'trainers',
    contactPerson: 'contact person',
    webAddress: 'web address',
    pdfBrochureUrl: 'brochure',
    imageUrls: 'images',
    videoUrl: 'video',
    extraInstructionsAfterBooking: 'instructions after booking',
    allowedSites: 'allowed sites',
    purpose: 'purpose',
    costPlacements: 'who pays',
    pePoints: 'PE points',
    crohoId: 'CROHO number',
    creboId: 'Crebo number',
    ltiParams: 'LTI parameters',
  },

  neighbours: 'This feed in other systems',
  neighboursNote: 'See what EDU-DEX or the Open Education API would refuse, and what is lost on the way.',
  lookFor: (neighbour) => `Check for ${neighbour}`,
  wouldTake: (neighbour, taken, refused) =>
    `${neighbour} would accept ${products(taken)}` + (refused.count > 0 ? ` and refuse ${products(refused)}` : ''),

  announceStarted: (name) => `The check of ${name} has begun.`,
  problems: {
    'not-configured': 'Feeds can’t be checked here. Tell the administrator of this page.',
    'file-is-folder': 'This is a folder. Choose the file that is in it.',
    'file-empty': 'This file is empty. Choose another file.',
    'text-empty': 'There is no text yet. Paste the feed into the field.',
    'too-large': ({ maxSize }) => `This feed is larger than ${maxSize}. Choose a smaller feed, or split it.`,
    unreadable: 'This file can no longer be read. It was moved or changed: choose it again.',
    'broken-archive': 'This .gz file is damaged. Compress the feed again, or choose the XML file itself.',
    'not-a-feed': 'This can’t be read as a product feed. Choose the XML file of the previous feed.',
    'bad-address': 'This is not a web address. Enter the whole address, starting with https://.',
    unreachable:
      'The feed can’t be fetched from this page: the address is wrong, or that site doesn’t allow it (CORS). Open the ' +
      'address in a new tab, save the feed and choose the file here.',
    'http-status': ({ status }) =>
      `The site didn’t return the feed (status ${status}). Check the address, or save the feed and choose the file here.`,
    offline: 'There is no internet connection. Check the connection, or choose a file.',
    internal: 'The check failed. Try again.',
  },
};
