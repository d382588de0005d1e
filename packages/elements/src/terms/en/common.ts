import type { CommonTerms } from '../common.js';

export const en: CommonTerms = {
  retry: 'Try again',
  cancel: 'Cancel',
  loading: 'Loading',
  errors: {
    'not-found': 'This was not found. Check that the link is still right.',
    forbidden: 'You don’t have access to this. Ask the administrator for access.',
    unauthorized:
      'You are not or no longer signed in, or this page is out of date. Reload the page and sign in if needed.',
    'no-token': 'Signing in to the server failed. Try again. If it keeps failing, tell the administrator of this page.',
    conflict: 'Someone else has changed this in the meantime. Look at the new details and try again.',
    invalid: 'These details can’t be processed. Check what has been filled in.',
    'rate-limited': 'Too many requests came in at once. Wait a moment and try again.',
    'storage-unavailable':
      'Nothing can be saved in this browser. Use a normal window instead of a private one, or allow cookies.',
    offline: 'There is no internet connection. Check the connection and try again.',
    unavailable: 'The server can’t be reached. Try again in a few minutes.',
    blocked: 'This page is not allowed to connect to the server. Tell the administrator of this page.',
    timeout: 'The server didn’t answer in time. Try again.',
    aborted: 'This was stopped. Start again if you need to.',
    'bad-answer': 'The server’s answer could not be read. Try again.',
    queued: 'Kept in this browser. It will be sent as soon as you are back online.',
    internal: 'Something went wrong. Try again.',
    'not-configured': 'The details can’t be shown here. Tell the administrator of this page.',
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
