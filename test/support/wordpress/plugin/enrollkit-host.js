// The elements that a plugin writes have a token from the plugin's own address.
for (const backend of document.querySelectorAll('enrollkit-backend')) {
  backend.getToken = async () => (await (await fetch('/?rest_route=/enrollkit/v1/token')).json()).token;
}
