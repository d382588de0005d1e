// What a site adds when its elements talk to a server: a token from its own session. Without a server there is nothing to add.
(function () {
  const backend = document.querySelector('enrollkit-backend[type="rest"]');
  if (!backend) return;
  let session;
  backend.getToken = async function ({ refresh = false } = {}) {
    if (!session || refresh) {
      session = fetch('/session/token?as=provider', { method: 'POST' }).then((response) => response.json());
    }
    return (await session).token;
  };
})();
