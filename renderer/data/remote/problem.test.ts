import { describe, expect, it } from 'vitest';

import { problemOfNetError, problemOfStatus } from './problem.ts';

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

describe('problemOfStatus', () => {
  it.each([
    [401, 'Name or password is incorrect.', 'wrong_password'],
    [403, 'Account is temporarily locked due to multiple authentication failures', 'account_locked'],
    [403, 'You are not allowed to access this db.', 'server_error'],
    [500, 'locked by compaction', 'server_error'],
  ] as const)('%d "%s" is %s', (status, reason, problem) => {
    expect(problemOfStatus(status, reason)).toBe(problem);
  });
});
