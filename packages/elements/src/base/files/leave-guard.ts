const unfinished = new Set<object>();

/** While anybody here is unfinished, the browser asks before the page is left. */
export function guardLeaving(who: object, isUnfinished: boolean): void {
  if (isUnfinished) {
    unfinished.add(who);
    window.addEventListener('beforeunload', askFirst);
  } else if (unfinished.delete(who) && unfinished.size === 0) {
    // A page with such a listener can't be kept for the back button, so it goes as soon as it can.
    window.removeEventListener('beforeunload', askFirst);
  }
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
