import { defineConfig } from 'vite';

export default defineConfig({
  resolve: { conditions: ['@enrollkit/source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022' },
});
