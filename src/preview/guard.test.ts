import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { refuse, splitPath } from './guard.ts';

const request = (headers: Record<string, string>, method = 'GET') =>
  ({ method, headers: { host: '127.0.0.1:4173', ...headers } }) as unknown as IncomingMessage;

test.each<[string, Record<string, string>, string?]>([
  ['another name for this machine', { host: 'evil.example:4173' }],
  ['another port', { host: '127.0.0.1:80' }],
  ['no name', { host: '' }],
  ['another page', { origin: 'http://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['another program of this machine', { origin: 'http://127.0.0.1:8080' }],
  ['a picture on another site', { 'sec-fetch-site': 'cross-site' }],
  ['another port of the same site', { 'sec-fetch-site': 'same-site' }],
  ['writing', {}, 'POST'],
  ['asking what is allowed', {}, 'OPTIONS'],
])('%s is refused', (_, headers, method) => {
  expect(refuse(request(headers, method), 4173)).toBe(true);
});

test.each<[string, Record<string, string>, string?]>([
  ['typed by the reader', { 'sec-fetch-site': 'none' }],
  ['our own page', { origin: 'http://127.0.0.1:4173', 'sec-fetch-site': 'same-origin' }],
  ['by the other name', { host: 'localhost:4173' }],
  ['by a name in capitals', { host: 'LOCALHOST:4173' }],
  ['a program that sends no such headers', {}],
  ['only the headers', {}, 'HEAD'],
])('%s is answered', (_, headers, method) => {
  expect(refuse(request(headers, method), 4173)).toBe(false);
});

test.each([
  ['/', ['']],
  ['/2022/%E5%85%9A?x=..#..', ['2022', '党']],
  ['/2022/a..b', ['2022', 'a..b']],
  ['/../x', null],
  ['/2022/%2e%2e/x', null],
  ['/2022/..%2fx', null],
  ['/2022/a%5cb', null],
  ['/%00', null],
  ['/%E5', null],
  ['http://127.0.0.1/', null],
  ['', null],
])('%s', (address, parts) => {
  expect(splitPath(address)).toEqual(parts);
});
