import { nodeResolve } from '@rollup/plugin-node-resolve';

/** The workers are entries of their own, under their own names, in the folder where everything else is. */
export default {
  input: {
    main: 'src/main.js',
    'feed-worker': '@enrollkit/feed/feed-worker.js',
    'pdf-worker': '@enrollkit/elements/pdf-worker.js',
  },
  plugins: [nodeResolve({ browser: true })],
  output: { dir: 'dist', format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
};
