/** The least that a preview can cost: chokidar hears of a file, and the page of one server-sent event. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { watch } from 'chokidar';

const clients = new Set<ServerResponse>();
let count = 0;

watch(process.argv[2] ?? '', { ignoreInitial: true }).on('change', () => {
  count += 1;
  for (const client of clients) client.write(`data: （${count}）\n\n`);
});

const server = createServer((request, response) => {
  if (request.url === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    clients.add(response);
  } else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      '<body><script>new EventSource("/events").onmessage = ({ data }) => { document.body.textContent = data; }</script>',
    );
  }
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
