import type { ProblemText } from './error-texts.js';
import type { WebhookFaultCode, WebhookIssueCode } from './issue-codes.js';

/** The texts of what is wrong with a webhook. Receivers' faults are also told in the provider's language. */
export const WEBHOOK_ISSUE_TEXTS: Readonly<Record<WebhookIssueCode | WebhookFaultCode, ProblemText>> = {
  'webhook-address-invalid': {
    title: 'This is not a valid address for a webhook',
    help: 'Send an address that begins with https:// and has no user name in it.',
  },
  'webhook-address-insecure': {
    title: 'This address is not encrypted',
    help: 'Send an address that begins with https://.',
  },
  'webhook-too-many': {
    title: 'The maximum number of webhooks has been reached',
    help: 'Remove one first. `params.max` is the limit.',
  },
  'webhook-disabled': {
    title: 'This webhook is switched off',
    help: 'Switch it on first: send `"enabled": true`.',
  },
  'webhook-address-private': {
    title: 'The address is inside a private network',
    help: 'Receive webhooks at an address on the public internet.',
  },
  'webhook-host-unknown': { title: 'The server at this address was not found', help: 'Check the address.' },
  'webhook-unreachable': {
    title: 'The connection to the receiver failed',
    help: 'Check that the receiver runs and can be reached from the internet.',
  },
  'webhook-certificate-invalid': {
    title: 'The certificate of the receiver is not valid',
    help: 'Renew the certificate, and let the receiver send the complete chain.',
  },
  'webhook-too-slow': {
    title: 'The receiver took too long to answer',
    help: 'Answer with status 200 first, and do the work afterwards.',
  },
  'webhook-status': {
    title: 'The receiver answered with an error',
    help: '`params.status` is its status. Check the receiver’s log.',
  },
  'webhook-redirect': {
    title: 'The receiver redirects to another address',
    help: 'Set up the webhook with the address that it redirects to.',
  },
  'webhook-unreadable': {
    title: 'The record could not be read on this server',
    help: 'Nothing is wrong with the receiver. The server will try again.',
  },
  'webhook-gone': {
    title: 'The receiver says that it no longer exists (status 410)',
    help: 'Switch the webhook on again if that was a mistake.',
  },
};
