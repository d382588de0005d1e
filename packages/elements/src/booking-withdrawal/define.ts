import { defineElement } from '../base/define-element.js';
import { BookingWithdrawal } from './booking-withdrawal.js';

defineElement('booking-withdrawal', BookingWithdrawal);

export * from './booking-withdrawal.js';
