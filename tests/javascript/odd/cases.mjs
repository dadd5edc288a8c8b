import { chunked, hello, invoke, whole } from './wire.mjs';

const ok = '200 hello Ada';
const notFound = '404 not_found';
const malformed = '400';
const bytes = (...parts) => Buffer.concat(parts.map(part => Buffer.from(part)));
const get = (target, ...headers) => Buffer.from(`GET ${target} HTTP/1.1\r\nHost: x\r\n${headers.map(header => `${header}\r\n`).join('')}\r\n`);

/**
 * Odd requests, and the answers that are right. Where there are several, web servers read HTTP differently, and each reading is safe.
 * @type {Record<string, { parts: () => (Buffer | number | { busy: number } | 'leave')[], answers: string[], count?: number }>}
 */
export const cases = {
  names_in_odd_case: { parts: () => [invoke({ names: name => [...name].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter.toLowerCase())).join('') })], answers: [ok] },
  empty_value: { parts: () => [invoke({ headers: ['Host: x', 'X-Other:', 'X-Blank:   '] })], answers: [ok] },
  empty_signature: { parts: () => [invoke({ headers: ['Host: x', 'X-AGNT5-Signature:'], signed: false })], answers: ['401 WORKERLESS_SIGNATURE_VERSION_UNSUPPORTED', '401 WORKERLESS_SIGNATURE_MISSING'] },
  signature_twice: { parts: () => [invoke({ headers: ['Host: x', `X-AGNT5-Signature: sha256=${'0'.repeat(64)}`] })], answers: ['401 WORKERLESS_SIGNATURE_INVALID'] },
  other_header_twice: { parts: () => [invoke({ headers: ['Host: x', 'X-Other: a', 'x-other: b', 'Cookie: a', 'Cookie: b'] })], answers: [ok] },
  hundred_headers: { parts: () => [invoke({ headers: ['Host: x', ...Array.from({ length: 80 }, (_, number) => `X-${number}: ${number}`)] })], answers: [ok] },
  long_header: { parts: () => [invoke({ headers: ['Host: x', `X-Long: ${'x'.repeat(10_000)}`] })], answers: [ok] },
  latin1_value: { parts: () => [invoke({ headers: ['Host: x', bytes('X-Other: caf', [0xe9])] })], answers: [ok, malformed] },
  utf8_value: { parts: () => [invoke({ headers: ['Host: x', bytes('X-Other: café 🌍')] })], answers: [ok] },
  utf8_attempt: { parts: () => [invoke({ attempt: Buffer.from('run-é:0') })], answers: [ok] },
  host_of_another_port: { parts: () => [invoke({ headers: ['Host: shop.example:1'] })], answers: [ok] },
  host_with_a_path: { parts: () => [invoke({ headers: ['Host: x/agnt5/invoke?'] })], answers: [ok, malformed] },
  host_that_is_no_host: { parts: () => [invoke({ headers: ['Host: [::1'] })], answers: [ok, malformed] },
  no_host: { parts: () => [invoke({ headers: [] })], answers: [ok, malformed] },
  content_encoding: { parts: () => [invoke({ headers: ['Host: x', 'Content-Encoding: gzip'] })], answers: [ok] },
  expect_continue: { parts: () => [invoke({ headers: ['Host: x', 'Expect: 100-continue'] })], answers: [ok] },
  upgrade: { parts: () => [invoke({ headers: ['Host: x', 'Connection: Upgrade', 'Upgrade: h2c'] })], answers: [ok, malformed, 'closed'] },

  absolute_form: { parts: () => [invoke({ target: 'http://other.example:81/agnt5/invoke?x' })], answers: [ok] },
  query: { parts: () => [invoke({ target: '/agnt5/invoke?a=/../b&%00' })], answers: [ok] },
  two_slashes_first: { parts: () => [invoke({ target: '//agnt5/invoke' })], answers: [notFound] },
  two_slashes_inside: { parts: () => [invoke({ target: '/agnt5//invoke' })], answers: [notFound] },
  encoded_letter: { parts: () => [invoke({ target: '/agnt5/%69nvoke' })], answers: [ok, notFound] },
  encoded_slash: { parts: () => [invoke({ target: '/agnt5%2Finvoke' })], answers: [notFound] },
  encoded_nothing: { parts: () => [invoke({ target: '/agnt5/invoke%00' })], answers: [notFound, malformed] },
  broken_encoding: { parts: () => [invoke({ target: '/agnt5/invoke%' })], answers: [notFound, malformed] },
  dots: { parts: () => [invoke({ target: '/x/../agnt5/invoke' })], answers: [ok, notFound] },
  semicolon: { parts: () => [invoke({ target: '/agnt5/invoke;x=1' })], answers: [notFound] },
  fragment: { parts: () => [invoke({ target: '/agnt5/invoke#x' })], answers: [ok, notFound, malformed] },
  star: { parts: () => [invoke({ method: 'OPTIONS', target: '*' })], answers: [notFound, malformed, '200', '204', '405'] },

  options: { parts: () => [invoke({ method: 'OPTIONS' })], answers: [notFound] },
  lower_case_method: { parts: () => [invoke({ method: 'post' })], answers: [notFound, malformed, '501'] },
  unknown_method: { parts: () => [invoke({ method: 'BREW' })], answers: [notFound, malformed, '405', '501'] },
  version_1_0: { parts: () => [invoke({ version: 'HTTP/1.0', headers: [] })], answers: [ok] },
  manifest_with_a_body: { parts: () => [Buffer.concat([get('/.well-known/agnt5', 'Content-Length: 2'), Buffer.from('{}')])], answers: ['200 manifest'] },

  one_byte_chunks: { parts: () => [invoke({ framing: chunked(1) })], answers: [ok] },
  chunk_extensions_and_trailers: { parts: () => [invoke({ framing: chunked(7, ';a=b', 'X-AGNT5-Signature: x\r\n') })], answers: [ok] },
  both_lengths: { parts: () => [invoke({ headers: ['Host: x', 'Content-Length: 3'], framing: chunked(50) })], answers: [ok, malformed] },
  no_length: { parts: () => [invoke({ framing: () => ['', Buffer.alloc(0)] })], answers: ['401 WORKERLESS_SIGNATURE_INVALID', '411'] },
  body_in_two_parts: { parts: () => halves(invoke(), 1_500), answers: [ok] },
  chunked_body_in_two_parts: { parts: () => halves(invoke({ framing: chunked(20) }), 1_500), answers: [ok] },
  caller_leaves_amid_the_body: { parts: () => [invoke({ framing: body => [`Content-Length: ${body.length}`, body.subarray(0, 9)] }), 300, 'leave'], answers: ['closed'] },
  caller_leaves_amid_the_headers: { parts: () => [invoke().subarray(0, 60), 100, 'leave'], answers: ['closed'] },

  pipelined: { parts: () => [Buffer.concat([invoke(), get('/.well-known/agnt5'), invoke({ body: hello('Bob') })])], count: 3, answers: [`${ok} + 200 manifest + 200 hello Bob`] },
  refused_then_pipelined: { parts: () => [Buffer.concat([invoke({ signed: false }), invoke()])], count: 2, answers: [`401 WORKERLESS_SIGNATURE_VERSION_UNSUPPORTED + ${ok}`, `401 WORKERLESS_SIGNATURE_MISSING + ${ok}`] },
  announces_too_much: { parts: () => [invoke({ framing: () => ['Content-Length: 9437184', Buffer.alloc(0)] })], answers: ['413 WORKERLESS_REQUEST_TOO_LARGE', '413 WORKERLESS_PAYLOAD_TOO_LARGE'] },
  goes_on_sending_before_it_reads_the_refusal: { parts: () => [tooLarge(), 200, { busy: 700 }, Buffer.alloc(1 << 20)], answers: ['413 WORKERLESS_REQUEST_TOO_LARGE', '413 WORKERLESS_PAYLOAD_TOO_LARGE'] },
  announces_more_than_a_double_holds: { parts: () => [invoke({ framing: () => ['Content-Length: 9223372036854775807', Buffer.alloc(0)] })], answers: ['413 WORKERLESS_PAYLOAD_TOO_LARGE', malformed, '413'] },
  announces_more_than_any_number: { parts: () => [invoke({ framing: () => ['Content-Length: 99999999999999999999999', Buffer.alloc(0)] })], answers: ['413 WORKERLESS_PAYLOAD_TOO_LARGE', malformed, '413'] },
  announces_a_negative_length: { parts: () => [invoke({ framing: () => ['Content-Length: -1', Buffer.alloc(0)] })], answers: [malformed] },
  sends_too_much_in_chunks: { parts: () => [invoke({ body: hello('x'.repeat(9 << 20)), framing: chunked(65_536) })], answers: ['413 WORKERLESS_PAYLOAD_TOO_LARGE'] },
  largest_body: { parts: () => [invoke({ body: hello('x'.repeat((8 << 20) - 200)) })], answers: [`200 hello ${'x'.repeat((8 << 20) - 200)}`] },
};

function tooLarge() {
  return invoke({ framing: () => ['Content-Length: 9437184', Buffer.alloc(8 << 20)] });
}

function halves(request, pause) {
  return [request.subarray(0, request.length - 40), pause, request.subarray(request.length - 40)];
}
