import { defineElement } from '../base/define-element.js';
import { EnrollmentStatus } from './enrollment-status.js';

defineElement('enrollment-status', EnrollmentStatus);

export * from './enrollment-status.js';
