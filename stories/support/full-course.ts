import type { StoredProduct } from '@enrollkit/core';
import { pricedCourse } from './products.js';
import course from './course.svg?url&no-inline';
import { start } from './starts.js';

/** A picture that comes from here: stories ask nothing of anybody else. */
export const PICTURE = new URL(course, location.href).href;

/** A course of which everything is known. */
export const fullCourse: StoredProduct = pricedCourse({
  name: 'Projectmatig werken',
  description:
    '<p>Van idee tot oplevering: leer een project <strong>opzetten, leiden en afronden</strong>.</p>' +
    '<h2>Voor wie</h2><p>Voor wie projecten doet naast het gewone werk.</p>' +
    '<h2>Programma</h2><ul><li>Doelen en grenzen</li><li>Plannen met een team</li><li>Omgaan met risico’s</li></ul>',
  imageUrls: [PICTURE],
  videoUrl: 'https://www.youtube.com/watch?v=abcdefghijk',
  priceInfo: 'Inclusief lesboek.',
  trainerEmails: ['noor@example.nl'],
  duration: { value: '2', unit: 'days' },
  studyLoad: { value: '16.5', unit: 'hours' },
  runtime: 'Twee weken',
  completion: 'Certificaat van deelname',
  maxParticipants: 12,
  webAddress: 'https://www.example.nl/projectmatig-werken',
  pdfBrochureUrl: 'https://www.example.nl/projectmatig-werken.pdf',
  contactPerson: { name: 'Marije Postma', telephone: '030 123 45 67', email: 'info@example.nl' },
  level: 'HBO',
  crohoId: '34406',
  creboId: '25391',
  purpose: 'Fit blijven op het werk',
  pePoints: [
    { organisation: 'KNMG', pointType: 'accreditatiepunten', points: '6' },
    { organisation: 'NIP', pointType: '', points: '2.5' },
  ],
  moments: ['daytime', 'saturday'],
  startingDates: [start('a', '2026-09-21'), start('b', '2026-10-05', { place: 'Zwolle' })],
});
