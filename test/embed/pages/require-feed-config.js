// What a plugin of Moodle writes: the file has no define(), so its global is what there is.
window.requirejs.config({
  enforceDefine: true,
  paths: { enrollkit: '/minified/mullie/enrollkit-feed.iife' },
  shim: { enrollkit: { exports: 'EnrollkitFeed' } },
});
window.requirejs(['enrollkit'], (Enrollkit) => {
  window.received = Enrollkit;
});
