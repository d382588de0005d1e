import { Component, signal } from '@angular/core';
import { setDefaultBackend } from '@enrollkit/elements';
import { EnrollmentStatus, PriceBreakdown } from '@enrollkit/elements/angular';
import { backend, product } from './host';

setDefaultBackend(backend);

@Component({
  selector: 'app-root',
  imports: [EnrollmentStatus, PriceBreakdown],
  template: `
    <enrollment-status enrollmentId="e1" [editable]="editable()" (ek-status-changed)="heard.set($event.detail.to)" />
    <price-breakdown [product]="product" />
    <button id="edit" (click)="editable.set(true)">Edit</button>
    <output id="heard">{{ heard() }}</output>
  `,
})
export class App {
  readonly product = product;
  readonly editable = signal(false);
  readonly heard = signal('');
}
