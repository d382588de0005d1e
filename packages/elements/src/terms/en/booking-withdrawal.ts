import type { BookingWithdrawalTerms } from '../booking-withdrawal.js';

export const en: BookingWithdrawalTerms = {
  withdraw: 'Withdraw from contract',
  takeBack: 'Cancel the request',
  until: (day) => `You can withdraw up to and including ${day}, without giving a reason.`,
  statement: 'Statement of withdrawal',
  name: 'Name',
  contract: (contract) => `Contract: ${contract}`,
  email: 'Email address for the acknowledgement',
  nameMissing: 'Enter your name.',
  emailInvalid: 'This is not an email address. Enter it as name@example.com.',
  next: 'Continue',
  back: 'Back',
  check: 'Check and confirm',
  declare: (name, contract) => `${name} withdraws from the contract for ${contract}.`,
  sentTo: (email) => `The acknowledgement goes to ${email}.`,
  confirm: 'Confirm withdrawal',
  confirming: 'Withdrawing',
  obstacles: {
    'no-consumer':
      'This booking was not made as a consumer, so you can’t withdraw from it. Ask the provider whether you can cancel.',
    'already-ended': 'This booking has already ended. There is nothing left to withdraw from.',
    'period-over': 'The withdrawal period is over. Ask the provider whether you can still cancel.',
    'not-allowed': 'You can’t withdraw from this booking here. Contact the provider.',
  },
  done: 'Withdrawn',
  acknowledged: (moment) => `Received on ${moment}.`,
  save: 'Download the acknowledgement',
  print: 'Print',
  fileName: 'withdrawal',
};
