import { renderToString } from 'react-dom/server';
import { StrictMode } from 'react';
import { App } from './app';

export const render = (): string =>
  renderToString(
    <StrictMode>
      <App />
    </StrictMode>,
  );
