import type { LtiTexts } from './texts.js';

/** What the pages that platforms open say, in English. */
export const en: LtiTexts = {
  title: 'Course',
  refusedTitle: 'This page can’t be opened',
  refusals: {
    'request-incomplete':
      'Something is missing from what the learning platform sent: {detail}. Open the page again from the course.',
    'request-too-large':
      'The learning platform sent more than this page can take. Open the page again from the course.',
    'platform-unknown':
      'This learning platform is not registered here: {detail}. Ask the administrator to register it.',
    'client-id-missing':
      'This learning platform is registered here more than once and does not say which client id it uses. Ask the administrator to have it sent.',
    'state-unknown':
      'This link has already been used, or does not come from here. Open the page again from the course.',
    'state-expired': 'Opening took too long. Open the page again from the course.',
    'storage-mismatch':
      'This page belongs to another sign-in at this learning platform. Open the page again from the course.',
    'origin-wrong':
      'This page was opened from an address that is not the learning platform’s: {detail}. If it is right, ask the administrator to add it to the registration.',
    'token-unsigned':
      'The learning platform’s message is not signed as LTI requires ({detail}). Ask the administrator to have it signed with RS256.',
    'token-invalid': 'The signature of the learning platform’s message is wrong. Open the page again from the course.',
    'token-expired': 'The learning platform’s message has expired. Open the page again from the course.',
    'key-unknown':
      'The message is signed with a key that the learning platform does not name. Ask the administrator to check the address of its keys.',
    'keys-unavailable':
      'The learning platform’s keys can’t be read ({detail}). Try again later, or ask the administrator to check their address.',
    'audience-wrong':
      'The learning platform’s message is meant for another tool. Ask the administrator to check the client id.',
    'issuer-wrong':
      'The message comes from a different learning platform than the registered one. Ask the administrator to check the issuer.',
    'nonce-wrong': 'This message belongs to another sign-in. Open the page again from the course.',
    'deployment-unknown':
      'This deployment of the learning platform is not registered here. Ask the administrator to add deployment {detail}.',
    'message-unsupported':
      'The learning platform asked for something that is not possible here: {detail}. Ask the administrator to check the settings of this tool.',
    'person-missing':
      'The learning platform does not say who is opening the page. Sign in there and open the page again.',
    'session-over': 'This page was open for too long. Open it again from the course.',
    'role-missing': 'Your role in this course does not allow this. Ask a teacher of the course.',
    'invitation-unknown': 'This registration link has been used or has expired. Ask the provider for a new one.',
    'platform-unreachable': 'The learning platform can’t be reached ({detail}). Try again later.',
    'platform-refused':
      'The learning platform gave no usable answer ({detail}). Try again later, or ask the administrator to check what this tool may do there.',
    'platform-taken': 'This learning platform is already registered here. Remove the old registration first.',
  },
  problems: {
    'no-email': 'Not enrolled: the learning platform does not pass on an email address.',
    'no-name': 'Not enrolled: the learning platform does not pass on a name.',
    'booking-refused': 'Not enrolled: there are no places left, or the course can’t be booked now.',
  },
  about: (element, course) => `${element}: ${course}`,
  elements: {
    'enrollment-status': 'Participation status',
    'certificate-upload': 'Certificate',
    'product-details': 'About the course',
    'starting-dates': 'Starting dates',
    'price-breakdown': 'Price',
  },
  needsScript: 'This page needs JavaScript. Turn it on in your browser and load the page again.',
  loading: 'Loading…',
  failed: 'The data could not be fetched. Check your connection and try again.',
  again: 'Try again',
  noBooking: 'You are not enrolled in this course yet. Ask your teacher whether that is right.',
  noRole: 'There is nothing to see here for your role in this course. Ask the administrator of the learning platform.',
  noProduct: 'No course has been chosen for this link yet. Place the link again and choose a course for it.',
  participants: 'Participants',
  update: 'Update participants from the learning platform',
  updating: 'Updating…',
  updated: 'Updated on {moment}.',
  neverUpdated: 'Not updated yet.',
  shown: '{from}–{to} of {total}',
  nobody: 'There are no participants here yet.',
  gone: 'No longer in the course on the learning platform.',
  unnamed: 'Without a name',
  previous: 'Previous',
  next: 'Next',
  chooseTitle: 'What do you want to place in the course?',
  chooseElement: 'Part',
  chooseProduct: 'Course',
  choose: 'Place in the course',
  findProduct: 'Search by name',
  find: 'Search',
  found: 'In the list: {shown} of {total} courses.',
  noneFound: 'No course has this in its name.',
  noProducts: 'There are no courses yet. Import your product feed first.',
  registerTitle: 'Register the learning platform',
  registerAsk: 'This learning platform will be connected to the provider that gave you this link: {detail}.',
  register: 'Register',
  registered: 'The learning platform is registered. Turn the tool on there; you can close this window.',
};
