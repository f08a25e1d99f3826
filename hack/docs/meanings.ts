/** A union of codes and what each of its members means to the one who meets it. */
export interface Meanings {
  readonly title: string;
  readonly intro: string;
  /** Source of the union, from the repository's root. */
  readonly path: string;
  /** Name of the type there. */
  readonly type: string;
  readonly sentences: Readonly<Record<string, string>>;
}

const malformed: Meanings = {
  title: 'Why bytes are no message',
  intro: 'Beside `MALFORMED_MESSAGE`, in the log and in the message of the answer.',
  path: 'sidecar/src/protocols/postgres/codec/malformed.ts',
  type: 'MalformedCode',
  sentences: {
    LENGTH_TOO_SMALL: 'The length is below the least that this type of message has.',
    LENGTH_TOO_LARGE: 'The length is beyond what this type of message may have here.',
    UNKNOWN_TYPE: 'The first byte names no message of this direction.',
    WRONG_PHASE: 'The message exists, but not at this point of the conversation.',
    TRUNCATED: 'The body ends within a field.',
    LEFTOVER_BYTES: 'The body goes on behind its last field.',
    MISSING_NUL: 'A text is not terminated within the message.',
    BAD_COUNT: 'A count is negative, or larger than what the message holds.',
    BAD_LENGTH:
      'The length of a field is negative where it may not be, or larger than the message.',
    BAD_VALUE: 'A field has a value that the protocol does not know.',
    NAME_TOO_LONG: 'A name is longer than any name may be.',
    INVALID_UTF8: 'A text is not UTF-8.',
  },
};

const manifests: Meanings = {
  title: 'What can be wrong with manifests',
  intro:
    'Printed by `chaperone policy check` and by the sidecar at its start, with file, line and field path. An error keeps the set from being used; a warning is told.',
  path: 'crds/src/manifest/types.ts',
  type: 'ManifestProblemCode',
  sentences: {
    FILE_TOO_LARGE: 'The file is larger than what is read.',
    TOO_MANY_DOCUMENTS: 'The file holds more documents than are read.',
    TOO_MANY_PROBLEMS: 'There are more mistakes than are listed.',
    YAML_SYNTAX: 'The file is no YAML.',
    DUPLICATE_KEY: 'A key stands twice in one map.',
    ALIAS_LIMIT: 'There are too many aliases, or they multiply.',
    UNKNOWN_KIND: 'There is no such kind; the near spelling is named.',
    UNKNOWN_VERSION: 'The kind has no such version.',
    UNKNOWN_FIELD: 'The kind has no such field; the near spelling is named.',
    MISSING_FIELD: 'A field that has to be there is not.',
    WRONG_TYPE: 'The field wants another type of value.',
    BAD_VALUE: 'The value is outside of what the field takes.',
    DUPLICATE_NAME: 'An object, a list entry or a value stands there twice.',
    MISSING_REFERENCE: 'A name refers to nothing that was read.',
  },
};

const findings: Meanings = {
  title: 'What `chaperone verify` finds',
  intro:
    'Each finding names the file, and where it can be told the event, the byte and the field. [record-format.md](record-format.md) has the format.',
  path: 'core/src/record/verify/findings.ts',
  type: 'FindingCode',
  sentences: {
    EVENT_EDITED: 'An event is not the one that was recorded.',
    EVENT_DELETED: 'An event that was recorded is missing.',
    EVENT_DUPLICATED: 'An event stands there again.',
    EVENT_REORDERED: 'Events stand in another order than they were recorded in.',
    EVENT_INSERTED: 'There is an event that was not recorded.',
    MALFORMED_EVENT: 'A line is no event.',
    OUT_OF_PLACE:
      'An event does not fit what stands before it, such as an outcome without a command.',
    RESPONSE_MISMATCH: 'A response is not what its outcome says of it.',
    TRUNCATED: 'The recording ends before its end.',
    SEGMENT_ALTERED: "A segment's bytes are not those that were recorded.",
    SEGMENT_INSERTED: 'There is a segment that the manifest does not know.',
    SEGMENT_MISSING: 'A segment of the manifest is not there.',
    SEGMENT_SWAPPED: 'A segment belongs to another place or another session.',
    SEGMENT_UNREADABLE: 'A segment cannot be read or decompressed.',
    LEAVES_ALTERED: 'The leaf hashes are not those that were recorded.',
    LEAVES_MISSING: 'The leaf hashes are not there.',
    ROOT_MISMATCH: "The tree's root is not the signed one.",
    MANIFEST_MISSING: 'A closed session has no manifest.',
    MANIFEST_SIGNATURE:
      'The signature is wrong, or of an unknown key: the manifest proves nothing.',
    MANIFEST_MISMATCH: 'The manifest does not fit the events.',
    SESSION_MISMATCH: 'A file says that it belongs to another session.',
    REGISTRATION_ALTERED: 'The registration is not the one that was recorded, or missing.',
    RECORDING_MISSING: 'A session was registered and its recording is not there.',
    RECORDING_UNREGISTERED: 'There is a recording that was never registered.',
    REGISTRY_BROKEN: 'A line of the registry does not continue the one before it.',
    SIGNER_UNCERTIFIED:
      'No authority that was given certified the key that signed, for recordings.',
    SIGNER_MISMATCH: "The key that signed is certified for another pod than the recording's.",
    SIGNER_EXPIRED:
      'The session does not lie within the time for which the key, or its authority, was certified.',
  },
};

const records: Meanings = {
  title: 'What cannot be read of a recording',
  intro: 'Raised while a recording is read for `show` and `replay`.',
  path: 'core/src/record/errors.ts',
  type: 'RecordErrorCode',
  sentences: {
    MALFORMED_EVENT: 'A line is no event.',
    MALFORMED_MANIFEST: 'The manifest is no manifest.',
    MALFORMED_REGISTRATION: 'The registration is no registration.',
    MALFORMED_KEY: 'The public key is no Ed25519 key.',
    LINE_TOO_LONG: 'A line is longer than any event may be.',
    SIGNER_UNCERTIFIED:
      'No authority that was given certified the key that signed, for recordings.',
    SIGNER_MISMATCH: "The key that signed is certified for another pod than the recording's.",
    SIGNER_EXPIRED:
      'The session does not lie within the time for which the key, or its authority, was certified.',
  },
};

const refusals: Meanings = {
  title: 'Why a pod cannot be audited',
  intro:
    'Behind each sentence with which the injector refuses an annotated pod; the event of its ReplicaSet or Job has them all.',
  path: 'operator/src/admission/injector/report.ts',
  type: 'RefusalCode',
  sentences: {
    HOST_NAMESPACE:
      'The pod uses the network, processes or IPC of its node, and so gets past its sidecar.',
    SHARED_PROCESSES:
      "Containers of the pod see each other's processes, and so the sidecar's memory.",
    OPERATING_SYSTEM: 'The pod is for Windows, for which there is no sidecar.',
    DNS_POLICY:
      'The pod chooses its own name servers, and so who the sidecar takes for its broker.',
    PRIVILEGED:
      'A container is privileged, or adds capabilities beyond the Baseline Pod Security Standard.',
    HOST_PATH: "A volume is a directory of the node, where the sidecar's files are too.",
    UID_TAKEN: "A container, or the whole pod, runs as the sidecar's user.",
    NAME_TAKEN: "A container has the sidecar's name.",
    VOLUME_TAKEN:
      "A volume has a name that is kept for the sidecar, or a container mounts one of the sidecar's.",
    TOKEN_PROJECTED:
      "A volume projects a token for the broker's audience, which is the sidecar's alone.",
    PORT_CONFLICT: 'A container listens on a port on which the sidecar stands for a target.',
    HOST_ALIAS_CONFLICT: "The pod's own host aliases lead the name of a target elsewhere.",
    HOST_IS_ADDRESS:
      'The target is an IP address and has no alias; a hosts file cannot lead to the sidecar.',
    NO_ADDRESS: 'The operator has not given the connection its loopback address yet.',
    NO_CONNECTION: 'No policy names the pod, and its annotation names no connection.',
    UNKNOWN_CONNECTION: 'The annotation names a connection that does not exist.',
  },
};

const kube: Meanings = {
  title: 'What fails between the operator and the API server',
  intro: "In the operator's log and metrics; the server's own reason stands beside it.",
  path: 'operator/src/kube/errors.ts',
  type: 'KubeErrorCode',
  sentences: {
    BAD_REQUEST: 'The server does not understand the request (400).',
    UNAUTHORIZED: 'The server does not know who asks (401); the next request reads the token anew.',
    FORBIDDEN: 'RBAC does not allow it (403); the role of the installation lacks a rule.',
    NOT_FOUND: 'There is no such object, or no such kind (404).',
    ALREADY_EXISTS: 'An object of that name is there already (409).',
    CONFLICT: 'The object has changed since it was read, or another manager owns the field (409).',
    EXPIRED: 'The version is no longer known (410); the objects are listed again.',
    INVALID: 'The object is not what its kind has to be, or admission refused it (422).',
    TOO_MANY_REQUESTS: 'The server wants to be asked later (429).',
    REFUSED: 'Another 4xx answer.',
    SERVER_FAILED: 'The server, or a webhook that it asked, failed (5xx).',
    UNREACHABLE:
      'No connection, one that broke, or a server that is not the one whose CA is known.',
    TIMEOUT: 'No whole answer in time.',
    SILENT: 'A watch heard neither an event nor a bookmark for long; it is begun again.',
    STOPPED: 'The operator itself gave the request up.',
    TOO_LARGE: 'An answer is longer than what is read.',
    MALFORMED_ANSWER: 'The answer is none of an API server.',
    ACCESS_UNUSABLE: 'Token, CA or kubeconfig cannot be read or used.',
  },
};

const admission: Meanings = {
  title: 'Why a webhook gives no answer',
  intro: 'The API server shows the sentence behind it, and refuses what it asked about.',
  path: 'operator/src/admission/errors.ts',
  type: 'AdmissionErrorCode',
  sentences: {
    BAD_REVIEW: 'What came is no AdmissionReview, or is about an object of another kind.',
    BODY_TOO_LARGE: 'The body is larger than any that an API server sends.',
    BODY_TIMEOUT: 'The body did not come, or not in time.',
  },
};

const broker: Meanings = {
  title: 'Why the broker refuses a sidecar',
  intro:
    "In the operator's log and metrics, and behind `BROKER_REFUSED` and `BROKER_UNAVAILABLE` of the sidecar.",
  path: 'operator/src/broker/errors.ts',
  type: 'BrokerErrorCode',
  sentences: {
    TOKEN_INVALID:
      'There is no token, or none that the API server takes for audience `chaperone` and a pod that is there.',
    SIDECAR_ALTERED:
      "The pod's sidecar is not the one that was injected; the message says in what.",
    NOT_ENTITLED: 'The pod may not use what the request is about.',
    BAD_REQUEST: 'What came is not what the path takes, or the API server does not take it.',
    BODY_TOO_LARGE: 'The body is longer than it may be.',
    BODY_TIMEOUT: 'The body did not come in time.',
    NO_SUCH_PATH: 'There is nothing at this path, or not for this method.',
    CONFLICT: 'There is something else of this name, which is not of this pod.',
    TOO_MANY_REQUESTS: 'The pod asks more often than it may; its sidecar tries again.',
    TOO_MANY_STREAMS: 'The pod has as many streams open as it may.',
    CONTENT_TOO_LARGE: 'A file of a recording is larger than one may be.',
    DIGEST_MISMATCH: 'What came is not the file that was announced, by length or digest.',
    RECORDING_ALTERED:
      'The store holds another file under this name: somebody stored it before, or changed it in the pod since. An alarm.',
    STORE_ELSEWHERE:
      'The store is none that the broker takes files for; the sidecar asks for the way to it.',
    STORE_UNAVAILABLE:
      'The store of recordings cannot be used now; the AuditStore says why, and the sidecar tries again.',
    CLUSTER_UNAVAILABLE: 'The API server cannot be asked now, or refuses it to the operator.',
    NO_AUTHORITY:
      'The operator has no authority of its own (`--ca-secret`), and so certifies nothing: the sidecar serves without TLS, and signs with its own key.',
  },
};

const certificates: Meanings = {
  title: 'What is wrong with the certificates of an installation',
  intro: "In the operator's log, and as an Event of the authority's Secret.",
  path: 'operator/src/certificates/errors.ts',
  type: 'CertificateErrorCode',
  sentences: {
    CA_UNUSABLE:
      'The Secret of the own authority is not what the operator writes, or nobody made one: what was good before stays in force.',
    CERTIFICATE_UNUSABLE:
      'Certificate, key and authorities in the files do not belong together, or are none: what was good before stays in force.',
  },
};

/** Every union of codes beside the sidecar's own table. */
export const meanings: readonly Meanings[] = [
  malformed,
  manifests,
  findings,
  records,
  refusals,
  admission,
  kube,
  broker,
  certificates,
];
