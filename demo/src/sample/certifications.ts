import type { NewCertification } from '@enrollkit/core';

export interface SampleCertification extends NewCertification {
  readonly id: string;
  /** Whether platform staff looked at it. */
  readonly verified: boolean;
  /** The courses that lead to it. */
  readonly products: readonly string[];
}

/** What the sample courses lead to. DW-801 leads to nothing yet, so that linking it can be tried. */
export const SAMPLE_CERTIFICATIONS: readonly SampleCertification[] = [
  {
    id: 'projectmatig-werken',
    name: 'Projectmatig werken, basis',
    description: 'Certificaat na een examen van een uur',
    requiresValidUntil: false,
    verified: true,
    products: ['DW-101', 'DW-102'],
  },
  {
    id: 'projectleider',
    name: 'Diploma Projectleider',
    requiresValidUntil: false,
    verified: true,
    products: ['DW-102'],
  },
  {
    id: 'bhv',
    name: 'Bedrijfshulpverlener (BHV)',
    description: 'Eén jaar geldig',
    requiresValidUntil: true,
    verified: true,
    products: ['DW-401', 'DW-402'],
  },
  {
    id: 'pedagogisch-medewerker',
    name: 'Mbo-diploma Pedagogisch medewerker kinderopvang',
    description: 'Niveau 3',
    requiresValidUntil: false,
    verified: true,
    products: ['DW-501'],
  },
  {
    id: 'leiderschap',
    name: 'Leiderschap voor teamleiders',
    requiresValidUntil: false,
    verified: false,
    products: ['DW-701'],
  },
  {
    id: 'deelname',
    name: 'Bewijs van deelname',
    requiresValidUntil: false,
    verified: true,
    products: ['DW-201', 'DW-301', 'DW-901'],
  },
  {
    id: 'taal',
    name: 'Taalcertificaat Nederlands',
    description: 'Op het behaalde niveau',
    requiresValidUntil: false,
    verified: true,
    products: ['DW-302'],
  },
];
