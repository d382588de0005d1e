import { defineElement } from '../base/define-element.js';
import { EnrollmentRoster } from './enrollment-roster.js';

defineElement('enrollment-roster', EnrollmentRoster);

export * from './enrollment-roster.js';
