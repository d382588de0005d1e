'use client';

import { setDefaultBackend } from '@enrollkit/elements';
import { EnrollmentStatus } from '@enrollkit/elements/react';
import { useState, type ReactNode } from 'react';
import { backend } from '../host';

setDefaultBackend(backend);

export function Booking(): ReactNode {
  const [editable, setEditable] = useState(false);
  const [heard, setHeard] = useState('');
  return (
    <>
      <EnrollmentStatus enrollmentId="e1" editable={editable} onStatusChanged={({ detail }) => setHeard(detail.to)} />
      <button id="edit" onClick={() => setEditable(true)}>
        Edit
      </button>
      <output id="heard">{heard}</output>
    </>
  );
}
