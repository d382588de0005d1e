import { setDefaultBackend } from '@enrollkit/elements';
import { EnrollmentStatus, PriceBreakdown } from '@enrollkit/elements/react';
import { useState, type ReactNode } from 'react';
import { backend, product } from './host';

setDefaultBackend(backend);

export function App(): ReactNode {
  const [editable, setEditable] = useState(false);
  const [heard, setHeard] = useState('');
  return (
    <>
      <EnrollmentStatus enrollmentId="e1" editable={editable} onStatusChanged={({ detail }) => setHeard(detail.to)} />
      <PriceBreakdown product={product} />
      <button id="edit" onClick={() => setEditable(true)}>
        Edit
      </button>
      <output id="heard">{heard}</output>
    </>
  );
}
