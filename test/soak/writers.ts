import pg from 'pg';
import { serialize } from 'pg-protocol';
import { RawConnection } from './raw-connection.ts';

/** Where writers connect to, and the table of theirs: `(number text primary key, item text)`. */
export interface WriterPlace {
  readonly port: number;
  readonly database: string;
  readonly table: string;
}

/** Inserts the given numbers; has returned only when the database said that they are committed. */
export interface Writer {
  /** Numbers that one call takes. */
  readonly size: number;
  readonly write: (numbers: readonly string[]) => Promise<void>;
  readonly close: () => void;
}

type OpenWriter = (place: WriterPlace) => Promise<Writer>;

async function openClient({ port, database }: WriterPlace): Promise<pg.Client> {
  const client = new pg.Client({ host: '127.0.0.1', port, database, user: 'agent' });
  // A killed sidecar is the point of it all; what it interrupts rejects on its own.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function closing(client: pg.Client): () => void {
  return () => {
    client.connection.stream.destroy();
  };
}

const literal = (table: string, number: string): string =>
  `INSERT INTO ${table} (number, item) VALUES ('${number}', 'literal')`;
const bound = (table: string): string => `INSERT INTO ${table} (number, item) VALUES ($1, 'bound')`;

const simple: OpenWriter = async (place) => {
  const client = await openClient(place);
  return {
    size: 1,
    write: async ([number = '']) => {
      await client.query(literal(place.table, number));
    },
    close: closing(client),
  };
};

/** Several statements in one string: the server commits them together. */
const severalInOne: OpenWriter = async (place) => {
  const client = await openClient(place);
  return {
    size: 3,
    write: async (numbers) => {
      await client.query(numbers.map((number) => literal(place.table, number)).join('; '));
    },
    close: closing(client),
  };
};

const extended: OpenWriter = async (place) => {
  const client = await openClient(place);
  return {
    size: 1,
    write: async ([number = '']) => {
      await client.query(bound(place.table), [number]);
    },
    close: closing(client),
  };
};

const prepared: OpenWriter = async (place) => {
  const client = await openClient(place);
  const text = bound(place.table);
  return {
    size: 1,
    write: async ([number = '']) => {
      await client.query({ name: 'insert-order', text, values: [number] });
    },
    close: closing(client),
  };
};

const transaction: OpenWriter = async (place) => {
  const client = await openClient(place);
  const text = bound(place.table);
  return {
    size: 4,
    write: async (numbers) => {
      await client.query('BEGIN');
      for (const number of numbers)
        await client.query({ name: 'in-order', text, values: [number] });
      await client.query('COMMIT');
    },
    close: closing(client),
  };
};

/** One write holds a whole batch; a single Sync ends it, so that the server commits it as one. */
const batched: OpenWriter = async ({ port, database, table }) => {
  const connection = await RawConnection.open(port, 'agent', database);
  await connection.send([serialize.parse({ name: 'batch', text: bound(table) }), serialize.sync()]);
  return {
    size: 16,
    write: async (numbers) => {
      const commands = numbers.flatMap((number) => [
        serialize.bind({ statement: 'batch', values: [number] }),
        serialize.execute(),
      ]);
      const end = await connection.send([...commands, serialize.sync()]);
      if (end === 'error') throw new Error('the batch failed');
    },
    close: () => {
      connection.close();
    },
  };
};

/** One write again, with a Sync behind each: as many transactions, none of which waits for the one before. */
const queued: OpenWriter = async ({ port, database, table }) => {
  const connection = await RawConnection.open(port, 'agent', database);
  return {
    size: 8,
    write: async (numbers) => {
      const commands = numbers.flatMap((number) => [
        serialize.parse({ text: bound(table) }),
        serialize.bind({ values: [number] }),
        serialize.execute(),
        serialize.sync(),
      ]);
      const end = await connection.send(commands, numbers.length);
      if (end === 'error') throw new Error('a command of the queue failed');
    },
    close: () => {
      connection.close();
    },
  };
};

/** The ways in which agents write, by name. */
export const writers: Readonly<Record<string, OpenWriter>> = {
  simple,
  several: severalInOne,
  extended,
  prepared,
  transaction,
  batched,
  queued,
};
