import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArgumentError, DataError } from '@animals/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, serveLoopback } from '../testing/serve-loopback.ts';
import { downloadFile } from './download-file.ts';
import type { DownloadOptions } from './download-options.ts';

const BODY = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7919) >> 5);
const sha256 = createHash('sha256').update(BODY).digest('hex');
const md5 = createHash('md5').update(BODY).digest('hex');
const QUICK = { backoffMs: 1, stallMs: 2000 } satisfies DownloadOptions;

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** Serves ranges as a good server does. */
function good(body = BODY, etag: string | null = '"one"'): Handler {
  return (request, response) => {
    if (etag) response.setHeader('etag', etag);
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
    const fresh = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
    if (!range || !fresh) return void response.writeHead(200, { 'content-length': body.length }).end(body);
    const from = Number(range[1]);
    if (from >= body.length) return void response.writeHead(416).end();
    const part = body.subarray(from);
    const headers = {
      'content-range': `bytes ${from}-${body.length - 1}/${body.length}`,
      'content-length': part.length,
    };
    response.writeHead(206, headers).end(part);
  };
}

/** Promises all and breaks off after some bytes. */
function broken(length: number, { body = BODY, etag = '"one"' as string | null } = {}): Handler {
  return (_, response) => {
    response.writeHead(200, { 'content-length': body.length, ...(etag ? { etag } : {}) });
    response.write(body.subarray(0, length), () => setTimeout(() => response.destroy(), 30));
  };
}

let server: LoopbackServer;
let folder = '';
let file = '';
beforeAll(async () => {
  server = await serveLoopback();
});
afterAll(() => server.close());
beforeEach(async () => {
  await rm(folder || join(tmpdir(), 'none'), { recursive: true, force: true });
  folder = await mkdtemp(join(tmpdir(), 'animals-download-'));
  file = join(folder, 'below', 'weights.bin');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Answers the first request with the first handler, and so on; the last one answers all others. */
function answer(...handlers: Handler[]): void {
  server.answer((request, response, count) =>
    (handlers[Math.min(count, handlers.length - 1)] as Handler)(request, response, count),
  );
}

const fetched = (options: DownloadOptions = {}) => downloadFile(server.url, file, { ...QUICK, ...options });
const leftovers = async () => (await readdir(join(folder, 'below'))).filter((name) => name.endsWith('.part'));

describe('downloadFile', () => {
  it('downloads a file in one step, hashes it and tells how far it is', async () => {
    answer(good());
    const seen: number[] = [];
    const got = await fetched({
      sha256,
      md5,
      bytes: BODY.length,
      onProgress: ({ done, total }) => seen.push(done / total),
    });
    expect(got).toEqual({ file, bytes: BODY.length, sha256, status: 'downloaded', resumedFrom: 0 });
    expect((await readFile(file)).equals(BODY)).toBe(true);
    expect(seen.at(-1)).toBe(1);
    expect(await readdir(join(folder, 'below'))).toEqual(['weights.bin']);
  });

  it('asks for nothing when the file is there with its hash, and replaces another', async () => {
    answer(good());
    await fetched();
    const before = server.requests.length;
    expect(await fetched({ sha256 })).toMatchObject({ status: 'present', bytes: BODY.length });
    expect(await fetched({ md5 })).toMatchObject({ status: 'present', sha256 });
    expect(server.requests).toHaveLength(before);
    await writeFile(file, 'something else');
    expect(await fetched({ sha256: sha256.toUpperCase() })).toMatchObject({ status: 'downloaded' });
  });

  it('goes on where the connection broke', async () => {
    answer(broken(100_000), good());
    expect(await fetched({ sha256 })).toMatchObject({ sha256, resumedFrom: 0 });
    const range = Number(/\d+/.exec(server.requests[1]?.headers.range ?? '')?.[0]);
    expect(range).toBeGreaterThan(0);
    expect(server.requests[1]?.headers['if-range']).toBe('"one"');
  });

  it('goes on where an earlier call stopped', async () => {
    answer(broken(100_000));
    await expect(fetched({ retries: 0 })).rejects.toThrow('cannot be downloaded after 1 tries');
    expect(existsSync(file)).toBe(false);
    answer(good());
    const got = await fetched();
    expect(got.resumedFrom).toBeGreaterThan(0);
    expect(got.sha256).toBe(sha256);
    expect(await leftovers()).toEqual([]);
  });

  it.each([
    [
      'has another ETag',
      good(
        BODY.map((byte) => byte ^ 1),
        '"two"',
      ),
    ],
    ['ignores ranges', ((_, response) => response.end(BODY.map((byte) => byte ^ 1))) as Handler],
  ])('starts over when the server %s by now', async (_, second) => {
    answer(broken(100_000), second);
    const got = await fetched();
    expect((await readFile(file)).equals(BODY.map((byte) => byte ^ 1))).toBe(true);
    expect(got.bytes).toBe(BODY.length);
  });

  it('does not mix two contents where a server tells nothing of them', async () => {
    answer(broken(100_000, { etag: null }), good(BODY, null));
    await fetched();
    expect(server.requests[1]?.headers.range).toBeUndefined();
    const other = BODY.map((byte) => byte ^ 1);
    await rm(file);
    answer(broken(100_000, { body: other, etag: null }));
    await expect(fetched({ retries: 0, sha256 })).rejects.toThrow(DataError);
    answer(good(BODY, null));
    // The hash tells that the first part is of another content: all of it is asked for again.
    expect(await fetched({ sha256 })).toMatchObject({ sha256, resumedFrom: 0 });
    expect(server.requests.map(({ headers }) => headers.range !== undefined)).toEqual([true, false]);
  });

  it.each([
    ['another part than the one asked for', (at: number) => `bytes ${at + 1}-${BODY.length - 1}/${BODY.length}`],
    ['another size', (at: number) => `bytes ${at}-${BODY.length}/${BODY.length + 1}`],
    ['no range', () => ''],
  ])('starts over when a range comes with %s', async (_, range) => {
    answer(
      broken(100_000),
      (request, response) => {
        const at = Number(/\d+/.exec(request.headers.range as string)?.[0]);
        response.writeHead(206, { 'content-range': range(at), etag: '"one"' }).end(BODY.subarray(at));
      },
      good(),
    );
    expect(await fetched()).toMatchObject({ sha256, resumedFrom: 0 });
    expect(server.requests[2]?.headers.range).toBeUndefined();
  });

  it('starts over when the server says that there is nothing after what has come', async () => {
    answer(broken(100_000), (_, response) => response.writeHead(416).end(), good());
    expect(await fetched()).toMatchObject({ sha256 });
  });

  it('tries again after passing errors, and waits as long as it is told', async () => {
    answer(
      (_, response) => response.writeHead(503, { 'retry-after': '0' }).end(),
      (_, response) => response.writeHead(429).end(),
      (request) => request.socket.destroy(),
      good(),
    );
    expect(await fetched({ backoffMs: 5 })).toMatchObject({ sha256 });
    expect(server.requests).toHaveLength(4);
  });

  it('gives up at once where another try is in vain', async () => {
    answer((_, response) => response.writeHead(404).end('no'));
    await expect(fetched()).rejects.toThrow('the server answered 404 Not Found');
    expect(server.requests).toHaveLength(1);
    expect(existsSync(file)).toBe(false);
  });

  it('names URL, size, hash and place when the server cannot be reached', async () => {
    const url = server.url.replace(/:\d+/, ':9');
    const error = await downloadFile(url, file, { ...QUICK, retries: 1, sha256, bytes: 5 }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toContain(`${url}: cannot be downloaded after 2 tries: the server cannot be reached (`);
    expect(error.message).toContain(`without a network, put the file (5 bytes, sha256 ${sha256}) at ${file}`);
  });

  it.each([
    ['of another content', { sha256: '0'.repeat(64) }, `has the sha256 ${sha256} where ${'0'.repeat(64)} was expected`],
    ['of another content', { md5: '0'.repeat(32) }, `has the md5 ${md5} where ${'0'.repeat(32)} was expected`],
    ['of another size', { bytes: 7 }, `has 300000 bytes by the server's word where 7 were expected`],
    ['above the cap', { maxBytes: 1000 }, 'has 300000 bytes, above the cap of 1000'],
  ])('refuses a file %s', async (_, options, message) => {
    answer(good());
    await expect(fetched(options)).rejects.toThrow(message);
    expect(server.requests).toHaveLength(1);
    expect(existsSync(file)).toBe(false);
  });

  it('stops a server that sends more than the cap without saying so', async () => {
    answer((_, response) => {
      const more = () => response.write(BODY, () => !response.destroyed && setImmediate(more));
      more();
    });
    await expect(fetched({ maxBytes: 1_000_000 })).rejects.toThrow('sends more than 1000000 bytes');
  });

  it('does not take a truncated file for whole, with or without a length', async () => {
    answer((_, response) => response.writeHead(200, { 'content-length': BODY.length + 5 }).end(BODY));
    await expect(fetched({ retries: 1, stallMs: 200 })).rejects.toThrow('cannot be downloaded after 2 tries');
    answer((_, response) => {
      response.flushHeaders();
      response.end(BODY.subarray(0, 1000));
    });
    await expect(fetched({ retries: 1, bytes: BODY.length })).rejects.toThrow('ended after 1000 of 300000 bytes');
  });

  it('tries again when nothing comes any more', async () => {
    answer((_, response) => response.writeHead(200, { 'content-length': BODY.length }).write('x'), good());
    expect(await fetched({ stallMs: 200 })).toMatchObject({ sha256 });
    answer(() => undefined);
    await rm(file);
    await expect(fetched({ stallMs: 50, retries: 1 })).rejects.toThrow('nothing came for 50 ms');
  });

  it('ends at the time limit, and when it is told to, and keeps what came', async () => {
    const slow: Handler = (_, response) => {
      response.writeHead(200, { 'content-length': BODY.length, etag: '"one"' });
      const timer = setInterval(() => response.write(BODY.subarray(0, 1000)), 10);
      response.on('close', () => clearInterval(timer));
    };
    answer(slow);
    await expect(fetched({ timeoutMs: 200 })).rejects.toThrow('was not downloaded within 200 ms');
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 100);
    await expect(fetched({ signal: controller.signal })).rejects.toThrow('enough');
    expect(await leftovers()).toHaveLength(1);
    await expect(fetched({ signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });

  it('lets two calls for one file do no harm to each other', async () => {
    answer(good());
    const both = await Promise.all([fetched(), fetched()]);
    expect(both.map((got) => got.sha256)).toEqual([sha256, sha256]);
    expect(await readdir(join(folder, 'below'))).toEqual(['weights.bin']);
  });

  it('follows redirects', async () => {
    answer((_, response) => response.writeHead(302, { location: '/elsewhere' }).end(), good());
    expect(await fetched()).toMatchObject({ sha256 });
    expect(server.requests[1]?.url).toBe('/elsewhere');
  });

  it('refuses arguments that break a rule, before any request', async () => {
    const before = server.requests.length;
    for (const url of ['weights.bin', 'file:///etc/passwd', 'http://user:secret@host/x']) {
      const error = await downloadFile(url, file).catch((thrown) => thrown);
      expect(error, url).toBeInstanceOf(ArgumentError);
      expect(error.message).not.toContain('secret');
    }
    for (const wrong of [
      { sha256: 'x' },
      { md5: 'abc' },
      { bytes: -1 },
      { maxBytes: 0 },
      { retries: -1 },
      { stallMs: 0 },
    ]) {
      await expect(fetched(wrong), JSON.stringify(wrong)).rejects.toThrow(ArgumentError);
    }
    await expect(fetched({ bytes: 10, maxBytes: 5 })).rejects.toThrow('raise maxBytes');
    expect(server.requests).toHaveLength(before);
  });
});
