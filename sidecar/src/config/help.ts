/** `chaperone sidecar --help`. */
export const sidecarHelp = `chaperone sidecar --config DIR --listen NAME=ADDRESS:PORT [flags]

Runs the data path: agents connect to the addresses that it listens on; every command is decided by
the policies in DIR, recorded in the data directory, and forwarded to the connection's target.

  --config DIR               manifests: AuditedConnection, AccessPolicy, Secret, ConfigMap (*.yaml, *.yml, *.json).
                             Changes apply while it runs; a set with a mistake does not, and the last good one stays.
  --broker URL               in place of --config, in a cluster: manifests, decisions and who the agent is come from the
                             operator's broker at https://HOST:PORT, and sessions are registered there
  --broker-ca FILE           authority of the broker's certificate (PEM; default: what CHAPERONE_BROKER_CA holds)
  --broker-token FILE        the sidecar's own projected token, audience chaperone
  --exchange-token FILE      the pod's token that connections with subjectToken Pod exchange for a credential; let no agent
                             read it
  --trust DIR                leaves the certificates there that agents have to trust: as PEM, and as Java reads them
  --listen NAME=ADDR:PORT    serves the AuditedConnection NAME at this address; repeat it for further connections
  --data DIR                 recordings, keys and the approvals socket (default ./data, mode 0700)
  --max-data SIZE            bytes that the data directory may hold (default 8Gi); beyond it commands are refused
  --admin ADDR:PORT          /metrics, /livez, /readyz (default 127.0.0.1:9090)
  --tls-cert FILE            certificate (PEM, chain behind it) for agents that ask for TLS; without it they are told N
  --tls-key FILE             its private key (PEM)
  --decisions DIR            other people of this machine decide approvals here, each as himself: a directory of the
                             sidecar's user with mode 3770 and the approvers' group (install -d -m 3770 -g GROUP DIR)
  --agent NAME               ServiceAccount that the agent counts as (default local)
  --namespace NS             namespace of the connections, where a name stands in several
  --log-level LEVEL          debug, info (default), warn, error; the log goes to standard error as JSON lines
  --listen-anywhere          permits addresses beyond this machine: whoever reaches one acts as the agent
  -h, --help                 this text

SIGTERM and SIGINT drain: no new connections, running commands get their time, recordings are closed.
Exit status: 0 drained, 2 wrong use or a mistake in the manifests.

  chaperone sidecar --config examples/standalone --listen orders-db=127.0.0.1:15432
  psql 'host=127.0.0.1 port=15432 dbname=orders user=agent'
`;
