/** `chaperone operator --help`. */
export const operatorHelp = `chaperone operator --ca-secret NAME --image IMAGE --broker-url URL [flags]
       chaperone operator --tls-cert FILE --tls-key FILE --broker-ca FILE --image IMAGE --broker-url URL [flags]

The cluster's part: injects sidecars into annotated pods, stamps who decides Approvals, and tells sidecars what their pods may
use. Every replica does all of it. The chart starts it so; by hand it is started with a kubeconfig.

  --ca-secret NAME           Secret of the operator's namespace that keeps the installation's own authority; made where there is none.
                             It signs for the servers, and for sidecars. Annotate it with chaperone.dev/rotate to rotate it
  --ca-hold DURATION         for how long each step of a rotation is held (default 24h): until then sidecars, webhooks and
                             agents have to have heard of the next authority
  --tls-cert FILE            in place of it, or beside it for the servers: certificate of both servers (PEM, chain behind it); read again when it changes
  --tls-key FILE             its private key (PEM)
  --image IMAGE              image of the sidecar
  --previous-image IMAGE     an image that counts as the sidecar's too: of pods from before an upgrade; repeat it for more
  --image-pull-policy P      Always, IfNotPresent (default), Never
  --broker-url URL           https://HOST:PORT under which sidecars reach the broker
  --broker-ca FILE           its authorities (PEM), which sidecars and webhooks are given
  --sidecar-uid UID          user of the sidecar, which no other container may have (default 7077)
  --sidecar-requests LIST    resources, as cpu=50m,memory=96Mi (default)
  --sidecar-limits LIST      resources, as memory=256Mi (default)
  --exchange-audience AUD    audience of the pod's token that sidecars exchange (default chaperone-exchange)
  --spool-size SIZE          size of the volume for recordings (default 8Gi)
  --store-dir DIR            keeps recordings where no AuditStore says otherwise, and those of AuditStores with a directory below it
  --admission ADDR:PORT      where the API server asks (default 0.0.0.0:9443): /inject, /approvals
  --broker ADDR:PORT         where sidecars ask (default 0.0.0.0:8443)
  --admin ADDR:PORT          /metrics, /livez, /readyz (default 0.0.0.0:8080)
  --kubeconfig FILE          the cluster; without it the ServiceAccount of the operator's own pod
  --keep-approvals TIME      Approvals that have been over for so long are deleted (default 30d)
  --keep-sessions TIME       AuditSessions that ended so long ago are deleted, where no store has a recording (default 30d)
  --log-level LEVEL          debug, info (default), warn, error; the log goes to standard error as JSON lines
  -h, --help                 this text

SIGTERM and SIGINT end it once running requests are answered.
Exit status: 0 ended, 1 it cannot start or has a defect, 2 wrong use.
`;
