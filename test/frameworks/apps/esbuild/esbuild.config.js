import { build } from 'esbuild';

/** The workers are entries of their own, under their own names, in the folder where everything else is. */
await build({
  entryPoints: {
    main: 'src/main.js',
    'feed-worker': '@enrollkit/feed/feed-worker.js',
    'pdf-worker': '@enrollkit/elements/pdf-worker.js',
  },
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  outdir: 'dist',
});
