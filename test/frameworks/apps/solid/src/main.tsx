import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { setDefaultBackend } from '@enrollkit/elements';
import { createSignal, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { backend, product } from './host';

setDefaultBackend(backend);

function App(): JSX.Element {
  const [editable, setEditable] = createSignal(false);
  const [heard, setHeard] = createSignal('');
  return (
    <>
      <enrollment-status
        prop:enrollmentId="e1"
        prop:editable={editable()}
        on:ek-status-changed={({ detail }) => setHeard(detail.to)}
      />
      <price-breakdown prop:product={product} />
      <button id="edit" onClick={() => setEditable(true)}>
        Edit
      </button>
      <output id="heard">{heard()}</output>
    </>
  );
}

render(App, document.querySelector('#app')!);
