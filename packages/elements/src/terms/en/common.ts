import type { CommonTerms } from '../common.js';

export const en: CommonTerms = {
  retry: 'Try again',
  cancel: 'Cancel',
  loading: 'Loading',
  errors: {
    'not-found': 'This was not found. Check whether the link is still right.',
    forbidden: 'Permission is missing for this. Ask the administrator for access.',
    unauthorized: 'The session has expired, or this page is out of date. Reload the page and sign in again if needed.',
    'no-token':
      'Signing in to the server did not work. Try again; if it stays this way, tell the administrator of this page.',
    conflict: 'Someone else changed this in the meantime. Look at the new data and try again.',
    invalid: 'The data cannot be accepted. Check what was filled in.',
    'rate-limited': 'There are too many requests at once. Wait a moment and try again.',
    'storage-unavailable': 'This browser does not allow data to be stored. Use a normal window or allow cookies.',
    offline: 'There is no internet connection. Check the connection.',
    unavailable: 'The server can’t be reached. Try again in a few minutes.',
    blocked: 'This page is not allowed to connect to the server. Tell the administrator of this page.',
    timeout: 'The answer took too long. Try again.',
    aborted: 'This was stopped.',
    'bad-answer': 'The answer could not be read. Try again.',
    queued: 'Kept in this browser. It will be sent as soon as there is a connection.',
    internal: 'Something went wrong. Try again.',
    'not-configured': 'The data cannot be fetched here. Tell the administrator of this page.',
    'nothing-chosen': 'Nothing has been chosen here yet. If something is missing, tell the administrator of this page.',
    'not-loaded': 'This part can’t be loaded. Reload the page.',
  },
  statuses: {
    enrolled: 'Enrolled',
    started: 'Started',
    completed: 'Completed',
    'did-not-pass': 'Did not pass',
    'no-show': 'No-show',
    cancelled: 'Cancelled',
    unknown: 'Unknown',
  },
};
