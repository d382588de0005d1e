/** Packages that start a worker stay as they are in development: one file of everything would lose the worker's address. */
export default { optimizeDeps: { exclude: ['@enrollkit/elements', '@enrollkit/feed'] } };
