import { defineElement } from '../base/define-element.js';
// It is made of them.
import '../price-breakdown/define.js';
import '../starting-dates/define.js';
import { CourseBooking } from './course-booking.js';

defineElement('course-booking', CourseBooking);

export * from './course-booking.js';
