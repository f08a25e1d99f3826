import { describe, expect, it } from '@jest/globals';
import { assertAllowed, isUtf8Name, readOptions, readStartupRequest } from './parameters.ts';

const request = (...pairs: [string, string][]): ReturnType<typeof readStartupRequest> =>
  readStartupRequest([['user', 'me'], ...pairs]);
const failing = (code: string, parameter?: string): unknown =>
  expect.objectContaining({ code, ...(parameter === undefined ? {} : { facts: { parameter } }) });

describe('the parameters of a StartupMessage', () => {
  it('takes what drivers send', () => {
    const answer = request(
      ['database', 'orders'],
      ['application_name', 'agent'],
      ['client_encoding', "'utf-8'"],
      ['datestyle', 'ISO'],
      ['TimeZone', 'Europe/Berlin'],
      ['extra_float_digits', '2'],
      ['replication', 'false'],
    );
    expect(answer).toEqual({
      user: 'me',
      database: 'orders',
      parameters: new Map([
        ['application_name', 'agent'],
        ['DateStyle', 'ISO'],
        ['TimeZone', 'Europe/Berlin'],
        ['extra_float_digits', '2'],
      ]),
      unknownOptions: [],
    });
  });

  it('takes the user for the database where none is given', () => {
    expect(request().database).toBe('me');
    expect(request(['database', '']).database).toBe('me');
  });

  it('lists protocol options that it does not know', () => {
    expect(request(['_pq_.color', 'blue']).unknownOptions).toEqual(['_pq_.color']);
  });

  it('lets a parameter of its own win over options, as the server does', () => {
    const { parameters } = request(['options', '-c geqo=off'], ['geqo', 'on']);
    expect(parameters.get('geqo')).toBe('on');
  });

  it.each(['true', 'on', '1', 'yes', 'database', 'DATABASE', 'whatever', ''])(
    'refuses replication=%s',
    (value) => {
      expect(() => request(['replication', value])).toThrow(failing('UNSUPPORTED_REPLICATION'));
    },
  );

  it.each([
    'search_path',
    'role',
    'session_authorization',
    'standard_conforming_strings',
    'backslash_quote',
    'session_preload_libraries',
    'REPLICATION',
    'Options',
    'row_security',
  ])('refuses %s by its name', (name) => {
    expect(() => request([name, 'on'])).toThrow(failing('UNSUPPORTED_STARTUP_PARAMETER', name));
  });

  it.each(['LATIN1', 'SQL_ASCII', 'SJIS', 'UTF16', ''])('refuses the encoding %s', (encoding) => {
    expect(() => request(['client_encoding', encoding])).toThrow(
      failing('INVALID_STARTUP_PARAMETER', 'client_encoding'),
    );
    expect(() => request(['CLIENT_ENCODING', encoding])).toThrow(
      failing('INVALID_STARTUP_PARAMETER'),
    );
    expect(() => readOptions(`-c client_encoding=${encoding}`)).toThrow();
  });

  it('knows UTF8 by all its names', () => {
    for (const name of ['UTF8', 'utf-8', 'Unicode', "'utf-8'"]) expect(isUtf8Name(name)).toBe(true);
  });

  it('refuses a name that comes twice with different values', () => {
    expect(() => request(['TimeZone', 'UTC'], ['timezone', 'CET'])).toThrow(
      failing('INVALID_STARTUP_PARAMETER', 'timezone'),
    );
    expect(() => request(['user', 'you'])).toThrow(failing('INVALID_STARTUP_PARAMETER', 'user'));
    expect(() => request(['User', 'you'])).toThrow(failing('INVALID_STARTUP_PARAMETER', 'User'));
    expect(request(['user', 'me']).user).toBe('me');
  });

  it('needs a user', () => {
    expect(() => readStartupRequest([['database', 'd']])).toThrow(failing('STARTUP_USER_MISSING'));
    expect(() => readStartupRequest([['user', '']])).toThrow(failing('STARTUP_USER_MISSING'));
  });

  it('bounds their number', () => {
    const many = Array.from({ length: 40 }, (_, i): [string, string] => [`_pq_.${String(i)}`, '']);
    expect(() => request(...many)).toThrow(failing('INVALID_STARTUP_PARAMETER'));
  });
});

describe('options', () => {
  it('reads the three forms that set a parameter', () => {
    expect(
      readOptions('-c geqo=off  -cstatement_timeout=5s --lock-timeout=3\t-c DateStyle=ISO\\ '),
    ).toEqual(
      new Map([
        ['geqo', 'off'],
        ['statement_timeout', '5s'],
        ['lock_timeout', '3'],
        ['DateStyle', 'ISO '],
      ]),
    );
    expect(readOptions('').size).toBe(0);
  });

  it('takes a backslash in a value for what the server takes it', () => {
    expect(readOptions('-c application_name=a\\ b\\\\c')).toEqual(
      new Map([['application_name', 'a b\\c']]),
    );
  });

  it.each([
    '-c search_path=evil',
    '--search-path=evil',
    '--search_path=evil',
    '-csearch_path=evil',
    '-c geqo=off -c role=admin',
    '-c',
    '-c geqo',
    '-B 10',
    '-F',
    'geqo=off',
    '-e',
    '--geqo=off extra',
    '\\-c search_path=evil',
  ])('refuses %s', (options) => {
    expect(() => readOptions(options)).toThrow(failing('UNSUPPORTED_STARTUP_PARAMETER'));
  });
});

describe('what goes to a target', () => {
  it('is allow-listed once more', () => {
    expect(() => {
      assertAllowed(new Map([['search_path', 'x']]));
    }).toThrow(TypeError);
    expect(() => {
      assertAllowed(request(['application_name', 'x']).parameters);
    }).not.toThrow();
  });
});
