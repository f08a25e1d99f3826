import { Agent, request as requestOf } from 'node:https';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { decodeRefusal } from '@chaperone/core/broker';
import type { BrokerAddress } from '../config/index.ts';
import { brokerLimits } from '../config/broker-limits.ts';
import { SidecarError } from '../errors.ts';
import { readOrFail, unavailable, type Trust } from './trust.ts';
import { HttpsFailure, requestHttps, type HttpsAnswer } from '../io/https.ts';
import type { Outgoing } from '../upload/files.ts';
import { send } from '../upload/send.ts';

/**
 * Requests to the broker. Token and authority are read for each anew, since both are exchanged while a pod runs.
 * Every failure is a SidecarError: BROKER_UNAVAILABLE where another try may help, BROKER_REFUSED where it does not.
 */
export class BrokerClient {
  readonly #address: BrokerAddress;
  readonly #trust: Pick<Trust, 'authorities'>;
  #agent: { readonly ca: string; readonly agent: Agent } | undefined;

  constructor(address: BrokerAddress, trust: Pick<Trust, 'authorities'>) {
    this.#address = address;
    this.#trust = trust;
  }

  /** Says something to the broker. Saying it twice is as saying it once. */
  async put(path: string, body: unknown): Promise<void> {
    await this.#send('PUT', path, body);
  }

  /** Asks for something. @returns the body of the answer */
  async ask(path: string, body: unknown): Promise<string> {
    return (await this.#send('POST', path, body)).body.toString('utf8');
  }

  async #send(method: 'PUT' | 'POST', path: string, body: unknown): Promise<HttpsAnswer> {
    const headers = { ...this.#authorization(), 'content-type': 'application/json' };
    const answer = await requestHttps({
      url: this.#address.url + path,
      method,
      headers,
      body: JSON.stringify(body),
      agent: this.#connections(),
      timeoutMs: brokerLimits.requestMs.value,
      maxBytes: brokerLimits.answerBytes.value,
    }).catch((error: unknown) => {
      if (error instanceof HttpsFailure) throw unavailable(error.message, error);
      throw error;
    });
    const { status, body: said } = answer;
    if (status < 200 || status > 299) throw refusalOf(status, said.toString('utf8'));
    return answer;
  }

  /** Puts a file as it is. */
  async send(
    path: string,
    file: Outgoing,
    headers: Readonly<Record<string, string>>,
    timeoutMs?: number,
  ): Promise<void> {
    const { status, body } = await send(file, {
      url: this.#address.url + path,
      headers: { ...headers, ...this.#authorization() },
      agent: this.#connections(),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    if (status < 200 || status > 299) throw refusalOf(status, body);
  }

  /** Opens a stream; `answered` gets the answer of status 200, `failed` whatever else becomes of it, once. */
  open(
    path: string,
    answered: (response: IncomingMessage) => void,
    failed: (error: SidecarError) => void,
  ): ClientRequest {
    const { url } = this.#address;
    const options = { headers: this.#authorization(), agent: false, ca: this.#trust.authorities() };
    const request = requestOf(url + path, options, (response) => {
      if (response.statusCode === 200) {
        answered(response);
        return;
      }
      response.resume();
      failed(statusError(response.statusCode ?? 0, ''));
    });
    request.on('error', (error) => {
      failed(unavailable(error.message, error));
    });
    request.end();
    return request;
  }

  close(): void {
    this.#agent?.agent.destroy();
  }

  /** Connections that are kept; others once the authority is another. */
  #connections(): Agent {
    const ca = this.#trust.authorities();
    if (this.#agent?.ca !== ca) {
      this.#agent?.agent.destroy();
      this.#agent = { ca, agent: new Agent({ ca, keepAlive: true, maxSockets: 4 }) };
    }
    return this.#agent.agent;
  }

  #authorization(): { readonly authorization: string } {
    return { authorization: `Bearer ${readOrFail(this.#address.tokenFile).trim()}` };
  }
}

function refusalOf(status: number, body: string): SidecarError {
  const said = decodeRefusal(body);
  const facts = said === undefined ? {} : { broker: said.code };
  return statusError(status, said === undefined ? '' : `: ${said.message} (${said.code})`, facts);
}

/** Too many requests, or a broker that is in trouble itself: it may be tried again. */
function statusError(status: number, said: string, facts = {}): SidecarError {
  const message = `the broker answers ${String(status)}${said}`;
  if (status === 429 || status >= 500) return unavailable(message);
  return new SidecarError('BROKER_REFUSED', message, { facts });
}
