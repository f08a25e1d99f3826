import { describe, expect, test } from '@jest/globals';
import net from 'node:net';
import { lookupByDns, parseSearchRules, type NameServer } from './names.ts';

const POD = `nameserver 10.96.0.10
search agents.svc.cluster.local svc.cluster.local cluster.local
options ndots:5 timeout:1
`;

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** Knows these names alone, and remembers what it was asked. */
function aServer(
  names: Readonly<Record<string, readonly string[] | string>>,
): NameServer & { asked: string[] } {
  const asked: string[] = [];
  const answer = async (
    name: string,
    isWanted: (address: string) => boolean,
  ): Promise<readonly string[]> => {
    const known = names[name] ?? 'ENOTFOUND';
    if (typeof known === 'string') throw failure(known);
    const addresses = known.filter(isWanted);
    if (addresses.length === 0) throw failure('ENODATA');
    return Promise.resolve(addresses);
  };
  return {
    asked,
    resolve4: async (name) => {
      asked.push(name);
      return answer(name, net.isIPv4);
    },
    resolve6: async (name) => answer(name, net.isIPv6),
  };
}

async function look(host: string, server: NameServer, resolvConf = POD): Promise<unknown> {
  return new Promise((resolve) => {
    lookupByDns(parseSearchRules(resolvConf), server)(host, { all: true }, (error, addresses) => {
      resolve(error === null ? addresses : error.code);
    });
  });
}

describe('names by DNS alone', () => {
  test('a short name is searched, as in any container of the pod', async () => {
    const server = aServer({ 'orders.data.svc.cluster.local': ['10.96.3.4', 'fd00::4'] });
    expect(await look('orders.data', server)).toEqual([
      { address: '10.96.3.4', family: 4 },
      { address: 'fd00::4', family: 6 },
    ]);
    expect(server.asked).toEqual([
      'orders.data.agents.svc.cluster.local',
      'orders.data.svc.cluster.local',
    ]);
  });

  test('a name with enough dots, and one with a dot at its end, is asked as it is', async () => {
    const server = aServer({ 'a.b.c.d.e.example': ['192.0.2.1'], 'db.example.': ['192.0.2.2'] });
    expect(await look('a.b.c.d.e.example', server)).toEqual([{ address: '192.0.2.1', family: 4 }]);
    expect(await look('db.example.', server)).toEqual([{ address: '192.0.2.2', family: 4 }]);
    expect(server.asked).toEqual(['a.b.c.d.e.example', 'db.example.']);
  });

  test('a server that fails ends the search: another name is another target', async () => {
    const server = aServer({ 'db.agents.svc.cluster.local': 'ESERVFAIL', db: ['192.0.2.9'] });
    expect(await look('db', server)).toBe('ESERVFAIL');
    expect(server.asked).toEqual(['db.agents.svc.cluster.local']);
  });

  test('a name that nobody knows is not found', async () => {
    expect(await look('nowhere.example', aServer({}))).toBe('ENOTFOUND');
  });

  test('localhost is this pod, whatever a name server says', async () => {
    const server = aServer({
      localhost: ['192.0.2.66'],
      'localhost.agents.svc.cluster.local': ['192.0.2.66'],
    });
    expect(await look('localhost', server)).toEqual([{ address: '127.0.0.1', family: 4 }]);
  });

  test('a socket that wants one address gets the first', async () => {
    const server = aServer({ 'db.example.': ['192.0.2.2', '192.0.2.3'] });
    const got = await new Promise((resolve) => {
      lookupByDns(parseSearchRules(''), server)('db.example.', {}, (_error, address, family) => {
        resolve([address, family]);
      });
    });
    expect(got).toEqual(['192.0.2.2', 4]);
  });

  test('rules: the last line counts, one dot where none is said', () => {
    expect(parseSearchRules('search a\nsearch b c\n')).toEqual({ search: ['b', 'c'], ndots: 1 });
    expect(parseSearchRules(POD).ndots).toBe(5);
  });
});
