import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { brokerLimits } from '../config/broker-limits.ts';
import { SidecarError } from '../errors.ts';
import { Reports } from './reports.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('reports to the broker', () => {
  let told: string[] = [];
  let answer: () => void = () => undefined;
  const put = async (path: string, body: unknown): Promise<void> => {
    await Promise.resolve();
    answer();
    told.push(`${path} ${String(body)}`);
  };
  const unavailable = (): never => {
    throw new SidecarError('BROKER_UNAVAILABLE', 'gone');
  };
  beforeEach(() => {
    jest.useFakeTimers();
    told = [];
    answer = () => undefined;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('wait for the broker, and are told in order, the latest of each path alone', async () => {
    answer = unavailable;
    const reports = new Reports({ put }, log);
    reports.add({ path: '/a', body: 1 });
    reports.add({ path: '/b', body: 1 });
    reports.add({ path: '/a', body: 2 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
    expect(reports.waiting).toBe(2);
    answer = () => undefined;
    await jest.advanceTimersByTimeAsync(brokerLimits.retryMs.value);
    expect(told).toEqual(['/b 1', '/a 2']);
    expect(reports.waiting).toBe(0);
  });

  it('are dropped where the broker refuses them, and whoever wants to know is told', async () => {
    answer = () => {
      throw new SidecarError('BROKER_REFUSED', 'no');
    };
    const refused = jest.fn();
    const reports = new Reports({ put }, log);
    reports.add({ path: '/a', body: 1, refused });
    await jest.advanceTimersByTimeAsync(1);
    expect(refused).toHaveBeenCalledTimes(1);
    expect(reports.waiting).toBe(0);
  });

  it('are bounded', () => {
    answer = unavailable;
    const reports = new Reports({ put }, log);
    for (let i = 0; i <= brokerLimits.waiting.value; i++)
      reports.add({ path: `/${String(i)}`, body: 1 });
    expect(reports.waiting).toBe(brokerLimits.waiting.value);
  });

  it('are told as far as possible at the end', async () => {
    answer = unavailable;
    const reports = new Reports({ put }, log);
    reports.add({ path: '/a', body: 1 });
    await jest.advanceTimersByTimeAsync(1);
    answer = () => undefined;
    await reports.close();
    expect(told).toEqual(['/a 1']);
  });
});
