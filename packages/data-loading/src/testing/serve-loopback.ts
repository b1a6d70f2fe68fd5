import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of this machine alone, which answers as it is told. */
export interface LoopbackServer {
  readonly url: string;
  /** Those since the last `answer`. */
  readonly requests: readonly IncomingMessage[];
  /** How to answer from now on; `count` is the number of earlier requests since. */
  answer(handler: (request: IncomingMessage, response: ServerResponse, count: number) => void): void;
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function serveLoopback(): Promise<LoopbackServer> {
  let requests: IncomingMessage[] = [];
  let handle: Parameters<LoopbackServer['answer']>[0] = (_, response) => response.writeHead(500).end();
  const server = createServer((request, response) => handle(request, response, requests.push(request) - 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/weights.bin`,
    get requests() {
      return requests;
    },
    answer: (handler) => {
      requests = [];
      handle = handler;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
