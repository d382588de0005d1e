import { LOCALES } from '@enrollkit/core';
import { z } from 'zod';
import {
  mailbox,
  mailServer,
  pageForId,
  pageForToken,
  reminderDays,
  sender,
  type Variable,
} from './settings-schemas.js';

/** The environment variables about mail. */
export const MAIL_VARIABLES = {
  ENROLLKIT_SMTP_URL: {
    meaning:
      'Mail server for emails about bookings and trainers, used over TLS unless it runs on this machine; if not set, no email is sent',
    expects: 'an address such as smtp://user:password@mail.example.nl:587, or smtps://',
    schema: mailServer,
  },
  ENROLLKIT_MAIL_FROM: {
    meaning: 'Sender of emails',
    expects: 'a name and an address such as Duinweg Opleidingen <noreply@example.nl>',
    schema: sender,
  },
  ENROLLKIT_CONFIRM_URL: {
    meaning: 'Address of the page on which a trainer confirms; `{token}` is replaced by the token',
    expects: 'an http or https address with {token} in it',
    schema: pageForToken,
  },
  ENROLLKIT_MAIL_LANGUAGE: {
    meaning: 'Language of emails',
    expects: new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(LOCALES),
    fallback: LOCALES[0],
    schema: z.enum(LOCALES),
  },
  ENROLLKIT_BOOKING_URL: {
    meaning: 'Address of the page about a booking, linked in emails; `{id}` is replaced by its id',
    expects: 'an http or https address with {id} in it',
    schema: pageForId,
  },
  ENROLLKIT_BOOKINGS_MAIL: {
    meaning:
      'Address that is mailed about bookings of products without a contact person; if not set, only the participant is',
    expects: 'an email address',
    schema: mailbox,
  },
  ENROLLKIT_EXPIRY_REMINDERS: {
    meaning: 'Days before a certificate expires at which its holder is mailed, once each; `none`: never',
    expects: 'up to ten whole numbers from 1 to 365, with commas between, or none',
    fallback: '90, 30, 7',
    schema: reminderDays,
  },
} as const satisfies Record<string, Variable<unknown>>;
