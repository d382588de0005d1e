import { aborted } from './abortable.js';
import { cutOff, timedOut, tooLargeAnswer, unreachable, type HttpAnswer, type HttpRequest } from './transport.js';

/** With `XMLHttpRequest`, the only one that tells how far an upload is. The browser reads the file as it sends it. */
export function sendWithProgress(request: HttpRequest): Promise<HttpAnswer> {
  const { signal, timeoutMs, maxAnswerBytes, onProgress } = request;
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    let hasBegun = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      settle();
    };
    const fail = (error: Error): void =>
      end(() => {
        reject(error);
        xhr.abort();
      });
    const stop = (): void => fail(aborted(signal));
    // An upload may take as long as it takes, as long as it goes on.
    const restart = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => fail(timedOut(timeoutMs)), timeoutMs);
    };

    xhr.open(request.method, request.url);
    xhr.responseType = 'blob';
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => {
      restart();
      onProgress?.({ sentBytes: loaded, totalBytes: total });
    };
    xhr.onprogress = ({ loaded }) => {
      restart();
      if (loaded > maxAnswerBytes) fail(tooLargeAnswer(maxAnswerBytes));
    };
    xhr.onerror = () => end(() => reject(hasBegun ? cutOff() : unreachable()));
    xhr.onreadystatechange = () => (hasBegun ||= xhr.readyState === XMLHttpRequest.HEADERS_RECEIVED && xhr.status > 0);
    xhr.onload = () => end(() => resolve(readAnswer(xhr, request)));
    signal.addEventListener('abort', stop, { once: true });
    restart();
    xhr.send(request.body ?? null);
    if (signal.aborted) stop();
  });
}

function readAnswer(xhr: XMLHttpRequest, { url }: HttpRequest): HttpAnswer {
  return {
    status: xhr.status,
    contentType: xhr.getResponseHeader('content-type') ?? '',
    // Asking for a header that the server doesn't show to other origins is an error in some consoles.
    retryAfter: /^retry-after:/im.test(xhr.getAllResponseHeaders()) ? xhr.getResponseHeader('retry-after') : null,
    isRedirected: xhr.responseURL !== '' && xhr.responseURL !== new URL(url, document.baseURI).href,
    body: xhr.response as Blob,
  };
}
