/** `NAME.NAMESPACE.svc` and what stands behind it. */
const SERVICE = /^([a-z0-9-]+\.[a-z0-9-]+\.svc)(?:\..+)?$/;

/**
 * Names under which a replica is called: sidecars use the host of the broker's URL, the API server the name of the Service
 * (`NAME.NAMESPACE.svc`), which is the same Service.
 */
export function servingNames(brokerUrl: string): readonly string[] {
  const host = new URL(brokerUrl).hostname.replace(/^\[|\]$/g, '');
  const service = SERVICE.exec(host)?.[1];
  return [...new Set([host, ...(service === undefined ? [] : [service])])];
}
