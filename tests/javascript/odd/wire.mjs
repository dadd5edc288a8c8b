import { createHmac } from 'node:crypto';
import net from 'node:net';
import { outcome, readAnswer } from './answers.mjs';

export const secret = 'conformance-secret';

/**
 * A signed invoke of hello, as bytes.
 * @param {{ target?: string, version?: string, method?: string, attempt?: Buffer, body?: Buffer, headers?: (string | Buffer)[], framing?: (body: Buffer) => [string, Buffer], names?: (name: string) => string, signed?: boolean }} [how]
 * `headers` are lines beside the signature's; `framing` gives the line that tells the length, and what is sent of the body.
 */
export function invoke({ target = '/agnt5/invoke', version = 'HTTP/1.1', method = 'POST', attempt = Buffer.from('run-1:0'), body = hello(), headers = ['Host: x'], framing = whole, names = name => name, signed = true } = {}) {
  const timestamp = String(Date.now());
  const mac = createHmac('sha256', secret).update(`${timestamp}.`).update(attempt).update('.').update(body).digest('hex');
  const signature = [
    [names('X-AGNT5-Signature-Version'), 'workerless-hmac-sha256.v1'], [names('X-AGNT5-Timestamp'), timestamp],
    [names('X-AGNT5-Attempt-ID'), attempt], [names('X-AGNT5-Signature'), `sha256=${mac}`],
  ].map(([name, value]) => Buffer.concat([Buffer.from(`${name}: `), Buffer.from(value)]));
  const [length, sent] = framing(body);
  const lines = [`${method} ${target} ${version}`, ...headers, ...signed ? signature : [], ...length ? [length] : []];
  return Buffer.concat([...lines.flatMap(line => [Buffer.from(line), Buffer.from('\r\n')]), Buffer.from('\r\n'), sent]);
}

/** The body of an invoke. */
export const hello = (name = 'Ada') => Buffer.from(JSON.stringify({
  protocol_version: 'workerless.v1', run_id: 'run-1', attempt: 0, component_type: 'workflow', component_name: 'hello', input: { name },
}));

export const whole = body => [`Content-Length: ${body.length}`, body];

/** A body in chunks of so many bytes, with what may stand beside them. */
export const chunked = (size, extension = '', trailer = '') => body => {
  const parts = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}${extension}\r\n`), part, Buffer.from('\r\n'));
  }
  return ['Transfer-Encoding: chunked', Buffer.concat([...parts, Buffer.from(`0\r\n${trailer}\r\n`)])];
};

/**
 * Sends parts over a connection, one after the other.
 * @param {number} port
 * @param {(Buffer | number | { busy: number } | 'leave')[]} parts Bytes, pauses in ms, times in ms in which the caller is busy and reads nothing, and the end of the caller.
 * @param {number} count How many answers are waited for.
 * @param {number} patience For how long, in ms.
 * @returns {Promise<string>} What the answers say.
 */
export function exchange(port, parts, count = 1, patience = 15_000) {
  return new Promise(done => {
    const socket = net.connect(port, '127.0.0.1'), answers = [];
    let read = [], length = 0, seen = 0;
    const finish = () => {
      clearTimeout(waiting);
      socket.destroy();
      done(answers.join(' + ') || 'closed');
    };
    const waiting = setTimeout(() => {
      answers.push(`no answer within ${patience / 1000} seconds`);
      finish();
    }, patience);
    socket.on('data', part => {
      read.push(part);
      length += part.length;
      // A large answer is not looked at for each of its parts.
      if (length > 100_000 && length < seen * 1.1 && !part.includes('}')) return;
      seen = length;
      let bytes = Buffer.concat(read);
      for (let answer; answers.length < count && (answer = readAnswer(bytes)); bytes = bytes.subarray(answer.taken)) if (answer.status !== 100) answers.push(outcome(answer));
      read = [bytes];
      length = bytes.length;
      if (answers.length === count) finish();
    });
    socket.on('error', () => {});
    socket.on('close', finish);
    send(socket, parts, finish);
  });
}

async function send(socket, parts, finish) {
  for (const part of parts) {
    if (typeof part === 'number') await new Promise(done => setTimeout(done, part));
    else if (part === 'leave') finish();
    else if (part.busy) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, part.busy);
    else socket.write(part);
  }
}
