import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CODE } from './code';

const { App } = await CODE[location.search.slice(1)]!();
createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
