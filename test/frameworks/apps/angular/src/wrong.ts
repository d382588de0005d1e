import { Component } from '@angular/core';
import { EnrollmentStatus, PriceBreakdown, StartingDates } from '@enrollkit/elements/angular';

/** Each line with "Wrong" must be refused, and no other: check-wrong.js compares. */
@Component({
  selector: 'app-wrong',
  imports: [EnrollmentStatus, PriceBreakdown, StartingDates],
  template: `
    <enrollment-status [enrolmentId]="'e1'" /><!-- Wrong: a misspelled property -->
    <enrollment-status [enrollmentId]="1" /><!-- Wrong: a number is not an id -->
    <enrollment-status enrollmentId="e1" editable="no" /><!-- Wrong: neither true nor false -->
    <enrollment-status enrollmentId="e1" rules="nobody" /><!-- Wrong: not one of the words -->
    <enrollment-status (ek-status-changed)="total($event.detail.total)" /><!-- Wrong: no such detail -->
    <price-breakdown [product]="{}" /><!-- Wrong: no product -->
    <starting-dates limit="three" /><!-- Wrong: no number -->
    <certificate-upload enrollmentId="e1" /><!-- Wrong: not imported -->
    <enrollment-status enrollmentId="e1" editable show-history (ek-status-changed)="total($event.detail.to)" />
    <enrollment-status [enrollmentId]="id" [enrollment]="undefined" editable="false" #status />
    <starting-dates [product]="null" limit="3" (ek-start-change)="total(status.enrollmentId)" />
  `,
})
export class Wrong {
  readonly id: string | null = null;

  total(shown: string | undefined): string | undefined {
    return shown;
  }
}
