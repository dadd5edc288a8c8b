import { fromHeaders } from './header-lines.js';

const contentType = 'application/json; charset=utf-8';

/**
 * Answers a request of the Fetch API.
 * @param {import('./endpoint.js').Endpoint} endpoint
 * @param {Request} request
 * @param {object} [env] The environment of the request, where the platform hands one in.
 * @param {Function} [run] Runs work that belongs to the request, where the platform is strict about that.
 * @returns {Promise<Response>}
 */
export async function serveFetch(endpoint, request, env, run) {
  await endpoint.open(env);
  const body = new Uint8Array(await request.arrayBuffer());
  return new Promise(resolve => {
    let number = 0;
    const leave = () => endpoint.engine.cancel(number);
    number = endpoint.begin({
      method: request.method,
      path: endpoint.pathOf(request.url),
      headerLines: fromHeaders(request.headers),
      contentLength: body.byteLength,
      headers: request.headers,
    }, env, body, {
      run,
      answered: (status, retryAfter, bytes) => {
        request.signal?.removeEventListener('abort', leave);
        const headers = { 'content-type': contentType };
        if (retryAfter > 0) headers['retry-after'] = String(retryAfter);
        resolve(new Response(bytes, { status, headers }));
      },
    });
    request.signal?.addEventListener('abort', leave);
  });
}
