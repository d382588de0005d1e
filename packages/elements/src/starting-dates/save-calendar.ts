import type { StartingDate } from '@enrollkit/core';
import { saveBlob } from '../base/files/save-blob.js';
import { calendarFile, type CalendarFileOptions } from './calendar-file.js';

/** Has the browser save a start as a file that any calendar opens. Loaded when somebody asks for one. */
export function saveCalendar(start: StartingDate, options: CalendarFileOptions): void {
  const name = `${options.name} ${start.startDate}`.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  saveBlob(new Blob([calendarFile(start, options)]), `${name.slice(0, 100)}.ics`);
}
