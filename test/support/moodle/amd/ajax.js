// Moodle's core/ajax, as far as the plugin uses it: calls go to lib/ajax/service.php with the session's key.
window.define('core/ajax', [], () => ({
  call(requests, _isAsync, _needsLogin, isQuiet) {
    const body = JSON.stringify(requests.map(({ methodname, args }, index) => ({ index, methodname, args })));
    const { wwwroot, sesskey } = window.M.cfg;
    const query = new URLSearchParams({
      sesskey,
      info: requests[0].methodname,
      ...(isQuiet && { nosessionupdate: true }),
    });
    const answers = fetch(`${wwwroot}/lib/ajax/service.php?${query}`, { method: 'POST', body }).then((answer) =>
      answer.json(),
    );
    return requests.map(async (_, index) => {
      const answer = (await answers)[index];
      if (answer.error) throw Object.assign(new Error(answer.exception.message), answer.exception);
      return answer.data;
    });
  },
}));
