import { defineConfig } from 'vite';

export default defineConfig({
  resolve: { conditions: ['@enrollkit/source', 'module', 'browser', 'development|production'] },
  // Found one by one while stories load, they would be bundled again and again, and Lit would be there twice.
  optimizeDeps: {
    include: [
      'lit',
      'lit/decorators.js',
      'lit/directives/if-defined.js',
      'lit/directives/live.js',
      'lit/directives/ref.js',
      'lit/directives/repeat.js',
    ],
  },
  build: { target: 'es2022' },
});
