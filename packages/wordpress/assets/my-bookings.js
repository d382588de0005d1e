// Fills the list with the bookings of whoever is signed in. Asked from the page, because a page may be cached for everybody.
(() => {
  const fill = async (list) => {
    const say = (words) => {
      const line = document.createElement('li');
      line.dir = 'auto';
      line.textContent = words;
      list.replaceChildren(line);
    };
    const askToSignIn = () => {
      const link = document.createElement('a');
      // Back to this very page, also where somebody came to it by an address of its own.
      const address = new URL(list.dataset.signInUrl, location.href);
      address.searchParams.set('redirect_to', location.href);
      link.href = address.href;
      link.textContent = list.dataset.signIn;
      say('');
      list.firstElementChild.append(link);
    };
    const show = ({ id, course, language }) => {
      const item = document.createElement('li');
      if (course) {
        const name = document.createElement('strong');
        // A course has its own language, which need not be the page's.
        if (language) name.lang = language;
        name.dir = 'auto';
        name.textContent = course;
        item.append(name);
      }
      const status = document.createElement('enrollment-status');
      status.setAttribute('enrollment-id', id);
      item.append(status);
      return item;
    };
    // Statuses, or one sentence: no points before them. The role is for Safari, to which it is a list no more.
    list.style.listStyle = 'none';
    list.style.paddingInlineStart = '0';
    list.setAttribute('role', 'list');
    list.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(list.dataset.bookings, {
        credentials: 'same-origin',
        cache: 'no-store',
        headers: { Accept: 'application/json' },
      });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      const { items, isSignedIn } = await answer.json();
      if (!isSignedIn) askToSignIn();
      else if (items.length === 0) say(list.dataset.empty);
      else list.replaceChildren(...items.map(show));
    } catch (error) {
      console.warn('[enrollkit] The bookings could not be fetched.', error);
      say(list.dataset.failed);
    }
    list.removeAttribute('aria-busy');
  };
  for (const list of document.querySelectorAll('.enrollkit-my-bookings')) void fill(list);
})();
