import { createHash } from 'node:crypto';
import type { ApprovalTerms } from '@chaperone/core/policy';
import type { CommandToApprove } from './types.ts';

type Json = string | number | boolean | null | undefined | object;

/** JSON with sorted keys and no blanks: equal values give equal bytes (RFC 8785 for what occurs here). */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value))
    return `[${value.map((v: Json) => canonicalJson(v ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value as Record<string, Json>)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`);
  return `{${fields.join(',')}}`;
}

function bound(request: CommandToApprove, terms: ApprovalTerms): object {
  const { agent, command } = request;
  return {
    version: 1,
    agent: {
      namespace: agent.namespace,
      serviceAccount: agent.serviceAccount,
      pod: agent.pod,
      claims: agent.claims,
    },
    connection: { namespace: request.connection.namespace, name: request.connection.name },
    database: request.database,
    role: request.role,
    context: request.context,
    text: command.text,
    // The same text does something else where its names mean something else.
    effects: command.effects,
    parameters: command.parameters,
    parameterTypes: command.parameterTypes,
    policy: { name: terms.policy, rule: terms.rule, digest: request.policyDigest },
  };
}

/** What stays the same when the identical command is sent again: everything but the expiry. Hex. */
export function retryKey(request: CommandToApprove, terms: ApprovalTerms): string {
  return createHash('sha256')
    .update(canonicalJson(bound(request, terms)))
    .digest('hex');
}

/** What an approval is bound to: `sha256:` and hex over agent, connection, exact command, policy and expiry. */
export function approvalDigest(
  request: CommandToApprove,
  terms: ApprovalTerms,
  expiresAt: string,
): string {
  const text = canonicalJson({ ...bound(request, terms), expiresAt });
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
