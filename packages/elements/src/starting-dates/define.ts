import { defineElement } from '../base/define-element.js';
import { StartingDates } from './starting-dates.js';

defineElement('starting-dates', StartingDates);

export * from './starting-dates.js';
