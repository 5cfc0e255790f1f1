import { describe, expect, it } from 'vitest';

import { problemOfNetError } from './problem.ts';

describe('problemOfNetError', () => {
  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
    ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
    ['net::ERR_NAME_NOT_RESOLVED', 'name_not_found'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls_error'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls_error'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ] as const)('%s is %s', (code, problem) => {
    expect(problemOfNetError(code)).toBe(problem);
  });
});
