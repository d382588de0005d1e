import type { Product } from '@enrollkit/core';

const DESCRIPTION = `<p>${'In twee dagen leer je lassen, in een groep van hoogstens acht. '.repeat(16)}</p>`;

/** A product in which there is something for every slip. */
export function offeredProduct(index: number): Omit<Product, 'providerId'> {
  const inCompany = index % 5 === 4;
  const day = String(13 + (index % 15)).padStart(2, '0');
  return {
    id: `P-${index}`,
    name: `Café & “lassen” 🔥 ${index}`,
    description: DESCRIPTION,
    language: 'nl',
    productType: inCompany ? 'in-company' : index % 2 === 0 ? 'open' : 'learning_bite',
    courseType: 'educational program',
    duration: { value: '2.5', unit: 'days' },
    webAddress: `https://www.lasschool.nl/cursus/${index}`,
    price: inCompany
      ? { amountMinor: 0, vat: 'excluded', vatMinor: 0, period: 'all', complete: true, onRequest: true }
      : {
          amountMinor: 125_000 + index * 100,
          vat: 'excluded',
          vatMinor: 26_250 + index * 21,
          period: 'all',
          complete: true,
        },
    additionalCosts: [
      { id: 'cost-1', type: 'lunch', amountMinor: 2_000, vat: 'excluded', vatMinor: 180, mandatory: true },
      {
        id: 'cost-2',
        type: 'other',
        typeOther: 'Kluisje',
        amountMinor: 550,
        vat: 'exempt',
        vatMinor: 0,
        mandatory: false,
      },
    ],
    discounts: [{ site: 'postnl', percentage: '12.5' }],
    imageUrls: [],
    trainerEmails: [],
    allowedSites: [],
    regions: [],
    costPlacements: [],
    pePoints: [],
    moments: ['evening'],
    ltiParams: [],
    startingDates: [
      {
        id: `S-${index}`,
        startDate: `2030-08-${day}`,
        startDateIsMonthOnly: false,
        endDate: `2030-08-${day}`,
        endDateIsMonthOnly: false,
        place: 'Utrecht',
        startGuaranteed: true,
        schedule: [{ date: `2030-08-${day}`, place: 'Zaal 1', name: 'Dag 1', startTime: '09:00', endTime: '17:30' }],
      },
    ],
  };
}
