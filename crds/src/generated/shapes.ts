// Generated from manifests/ and src/schemas/ by `npm run generate`. Do not edit.
import type { Shape } from '../manifest/shape.ts';

/** The kinds that are read from files. */
export type KindName = 'AccessPolicy' | 'Approval' | 'AuditSession' | 'AuditStore' | 'AuditedConnection' | 'ConfigMap' | 'Secret';

export const apiVersions: Readonly<Record<KindName, string>> = {
  "AccessPolicy": "chaperone.dev/v1alpha1",
  "Approval": "chaperone.dev/v1alpha1",
  "AuditSession": "chaperone.dev/v1alpha1",
  "AuditStore": "chaperone.dev/v1alpha1",
  "AuditedConnection": "chaperone.dev/v1alpha1",
  "ConfigMap": "v1",
  "Secret": "v1"
};

export const shapes: Readonly<Record<KindName, Shape>> = {
 "AccessPolicy": {
  "description": "What agents may do through connections of the same namespace, what needs a person's approval, and what is masked. A command is the set of its effects. Deny and RequireApproval match when any effect matches; Allow must cover every effect. Deny wins over RequireApproval, RequireApproval over Allow; what nothing allows is denied. The order of policies and rules is of no consequence. \"*\" is a wildcard in every name, relation, command, path and claim.",
  "fields": {
   "apiVersion": {
    "description": "Always chaperone.dev/v1alpha1."
   },
   "kind": {
    "description": "Always AccessPolicy."
   },
   "metadata": {
    "description": "Name, namespace, labels and annotations, as of every Kubernetes object.",
    "fields": {
     "name": {
      "description": "Name of the object: lower-case letters, digits, dashes and dots."
     },
     "generateName": {
      "description": "Beginning of a name that the API server completes."
     },
     "namespace": {
      "description": "Namespace of the object. Off a cluster the default is the namespace default."
     },
     "labels": {
      "description": "Labels, for selectors.",
      "values": {
       "description": "Value of the label."
      }
     },
     "annotations": {
      "description": "Annotations, for tools.",
      "values": {
       "description": "Value of the annotation."
      }
     },
     "uid": {
      "description": "Set by the API server."
     },
     "resourceVersion": {
      "description": "Set by the API server."
     },
     "generation": {
      "description": "Set by the API server."
     },
     "creationTimestamp": {
      "description": "Set by the API server."
     },
     "deletionTimestamp": {
      "description": "Set by the API server."
     },
     "deletionGracePeriodSeconds": {
      "description": "Set by the API server."
     },
     "finalizers": {
      "description": "Who must agree before the object goes.",
      "items": {
       "description": "One finalizer."
      }
     },
     "ownerReferences": {
      "description": "Objects that own this one.",
      "items": {
       "description": "One owner."
      }
     },
     "managedFields": {
      "description": "Set by the API server.",
      "items": {
       "description": "Fields of one writer."
      }
     },
     "selfLink": {
      "description": "Set by old API servers."
     }
    }
   },
   "spec": {
    "description": "Whom the policy is about, on which connections, and what it says.",
    "fields": {
     "mode": {
      "description": "Enforce (default), or DryRun: what would have been decided is recorded, and the command passes."
     },
     "subjects": {
      "description": "The agents that the policy is about: any of these; within one entry all that is named must hold. Without subjects it is about every agent of the namespace.",
      "items": {
       "description": "One description of agents; all that it names must hold.",
       "fields": {
        "serviceAccount": {
         "description": "Name of the agent's ServiceAccount; \"*\" is a wildcard."
        },
        "podSelector": {
         "description": "Labels of the agent's pod, as in every Kubernetes selector.",
         "fields": {
          "matchLabels": {
           "description": "Labels that the pod must have, key to value.",
           "values": {
            "description": "Value of the label."
           }
          },
          "matchExpressions": {
           "description": "Further conditions on labels; all must hold.",
           "items": {
            "description": "One condition on one label.",
            "rules": [
             {
              "message": "values belongs to the operators In and NotIn, and to no other",
              "at": [],
              "code": "BAD_VALUE"
             }
            ],
            "fields": {
             "key": {
              "description": "Key of the label."
             },
             "operator": {
              "description": "How the label is compared."
             },
             "values": {
              "description": "Values to compare with; for In and NotIn.",
              "items": {
               "description": "One value of the label."
              }
             }
            }
           }
          }
         }
        },
        "claims": {
         "description": "Claims of the agent's verified OIDC token, by their names in identity.oidc.claims of the connection; \"*\" is a wildcard in the value.",
         "values": {
          "description": "Value of the claim."
         }
        }
       }
      }
     },
     "connections": {
      "description": "Names of the AuditedConnections of the namespace that the policy is about; \"*\" is a wildcard.",
      "items": {
       "description": "Name of a connection."
      }
     },
     "rules": {
      "description": "What is allowed, denied or held for approval. Without rules the policy allows nothing.",
      "key": "name",
      "items": {
       "description": "One rule. A field of its match that is left out matches anything.",
       "rules": [
        {
         "message": "effect RequireApproval needs approval: name at least its approvers",
         "at": [
          "approval"
         ],
         "code": "MISSING_FIELD"
        },
        {
         "message": "approval belongs to effect RequireApproval: remove it or change effect",
         "at": [
          "approval"
         ],
         "code": "BAD_VALUE"
        },
        {
         "message": "a rule needs one of postgres, http, kubernetes, ssh or expression: without them it would say nothing",
         "at": [],
         "code": "BAD_VALUE"
        },
        {
         "message": "at most one of postgres, http, kubernetes, ssh: write a rule for each",
         "at": [],
         "code": "BAD_VALUE"
        }
       ],
       "fields": {
        "name": {
         "description": "Name of the rule, unique in the policy: lower-case letters, digits and dashes, at most 63. Denials, approvals and records name it."
        },
        "effect": {
         "description": "What follows when the rule matches. Allow: the effect is covered. Deny: the command is refused. RequireApproval: it waits for a person, see approval."
        },
        "postgres": {
         "description": "A match on the effects of a SQL statement: a command on a relation, a function, a setting or nothing.",
         "fields": {
          "commands": {
           "description": "PostgreSQL's command tags: SELECT, UPDATE, CREATE TABLE, COPY, SET. \"CREATE *\" matches several, \"*\" all. Calling a function is CALL.",
           "items": {
            "description": "One command tag; case is of no consequence."
           }
          },
          "relations": {
           "description": "Tables, views and sequences as schema.name, for example public.orders or public.*. Narrows the match to effects on relations.",
           "items": {
            "description": "schema.name, for example public.orders, or \"*\" for all. Upper case and special characters in double quotes, as in SQL."
           }
          },
          "functions": {
           "description": "Functions and procedures as schema.name. Narrows the match to calls of them.",
           "items": {
            "description": "schema.name, for example public.orders, or \"*\" for all. Upper case and special characters in double quotes, as in SQL."
           }
          },
          "unbounded": {
           "description": "Only writes that reach every row: an UPDATE or DELETE without WHERE, or with one that does not depend on a column. Leave it out to match all."
          }
         }
        },
        "http": {
         "description": "A match on an HTTP request.",
         "fields": {
          "methods": {
           "description": "Request methods: GET, POST. \"*\" is a wildcard.",
           "items": {
            "description": "One method, upper case."
           }
          },
          "paths": {
           "description": "Paths of the request, without the query, for example /v1/invoices/*.",
           "items": {
            "description": "One path, beginning with a slash or \"*\"."
           }
          }
         }
        },
        "kubernetes": {
         "description": "A match on a request to a Kubernetes API server, in the words of RBAC.",
         "fields": {
          "verbs": {
           "description": "get, list, watch, create, update, patch, delete, deletecollection; \"*\" is a wildcard.",
           "items": {
            "description": "One verb of the API, lower case."
           }
          },
          "apiGroups": {
           "description": "API groups; \"\" is the core group. \"*\" is a wildcard.",
           "items": {
            "description": "One API group."
           }
          },
          "resources": {
           "description": "Resources in the plural, with their subresource after a slash: pods, pods/log. \"*\" is a wildcard.",
           "items": {
            "description": "One resource."
           }
          },
          "resourceNames": {
           "description": "Names of objects. \"*\" is a wildcard.",
           "items": {
            "description": "Name of one object."
           }
          },
          "namespaces": {
           "description": "Namespaces of the request. \"*\" is a wildcard.",
           "items": {
            "description": "One namespace."
           }
          },
          "nonResourceURLs": {
           "description": "Paths that are no resource, for example /version or /apis/*.",
           "items": {
            "description": "One path, beginning with a slash or \"*\"."
           }
          }
         }
        },
        "ssh": {
         "description": "A match on an operation of an SSH connection.",
         "fields": {
          "channels": {
           "description": "What the agent asks for on the connection.",
           "items": {
            "description": "Exec: one command line. Shell: a terminal. Sftp: file operations. Forward: a TCP connection through the host."
           }
          },
          "commands": {
           "description": "Command lines of Exec, for example systemctl status *.",
           "items": {
            "description": "One command line; \"*\" is a wildcard."
           }
          },
          "operations": {
           "description": "File operations of Sftp.",
           "items": {
            "description": "One file operation."
           }
          },
          "paths": {
           "description": "Absolute paths that a file operation of Sftp touches, for example /var/log/*.",
           "items": {
            "description": "One path, beginning with a slash or \"*\"."
           }
          },
          "destinations": {
           "description": "Destinations of Forward as host:port, for example db.internal:5432.",
           "items": {
            "description": "host:port; \"*\" is a wildcard in both."
           }
          }
         }
        },
        "expression": {
         "description": "A condition in CEL over agent, connection, session, command and now, for what the match cannot say; both must hold. An expression that fails counts as matched in Deny and RequireApproval, as not matched in Allow."
        },
        "message": {
         "description": "What an agent is told when the rule denies or holds its command; say what it should do instead."
        },
        "approval": {
         "description": "Who may approve, and how long there is for it. For effect RequireApproval.",
         "fields": {
          "approvers": {
           "description": "Who may decide; any of these groups and users.",
           "fields": {
            "groups": {
             "description": "Groups of the cluster whose members may decide.",
             "items": {
              "description": "Name of a group."
             }
            },
            "users": {
             "description": "Users of the cluster who may decide.",
             "items": {
              "description": "Name of a user."
             }
            }
           }
          },
          "required": {
           "description": "How many different people must approve. Default 1. One denial suffices."
          },
          "timeout": {
           "description": "How long there is to decide, as 15m (default). Then the command is denied.",
           "unit": "duration"
          },
          "scope": {
           "description": "What an approval is good for. Once (default): this exact command, once. Session: this rule for the rest of the session. Window: a time window that a person asked for in advance, an Approval with grant."
          },
          "onPending": {
           "description": "What the agent sees meanwhile. Hold (default): its call waits. Reject: the command is denied at once, naming the Approval; the same command passes after it is approved."
          }
         }
        }
       }
      }
     },
     "masking": {
      "description": "What is masked in responses, and where asked in the record of commands.",
      "key": "name",
      "items": {
       "description": "One way of masking; it applies to whatever any of its selectors names.",
       "rules": [
        {
         "message": "a masking entry needs one of postgres, http, kubernetes, detectors or patterns: without them it masks nothing",
         "at": [],
         "code": "BAD_VALUE"
        },
        {
         "message": "method Partial needs partial.keepLast",
         "at": [
          "partial"
         ],
         "code": "MISSING_FIELD"
        },
        {
         "message": "partial belongs to method Partial: remove it or change method",
         "at": [
          "partial"
         ],
         "code": "BAD_VALUE"
        }
       ],
       "fields": {
        "name": {
         "description": "Name of the entry, unique in the policy: lower-case letters, digits and dashes, at most 63."
        },
        "postgres": {
         "description": "Columns of a PostgreSQL database.",
         "fields": {
          "columns": {
           "description": "Columns as schema.table.column; \"*\" is a wildcard in each part.",
           "items": {
            "description": "schema.table.column, for example public.customers.email. Upper case and special characters in double quotes, as in SQL."
           }
          }
         }
        },
        "http": {
         "description": "Parts of an HTTP response.",
         "fields": {
          "jsonPaths": {
           "description": "Values in a JSON body, as JSONPath (RFC 9535), for example $..accountNumber.",
           "items": {
            "description": "One JSONPath, beginning with $."
           }
          },
          "headers": {
           "description": "Response headers, whatever their case.",
           "items": {
            "description": "Name of a header."
           }
          }
         }
        },
        "kubernetes": {
         "description": "Fields of Kubernetes objects.",
         "fields": {
          "resources": {
           "description": "Resources in the plural whose fields are masked, for example secrets. \"*\" is a wildcard.",
           "items": {
            "description": "One resource."
           }
          },
          "fields": {
           "description": "Fields of the object whose values are masked, for example data; deeper ones with dots.",
           "items": {
            "description": "Path of a field."
           }
          }
         }
        },
        "detectors": {
         "description": "Values that are recognised by their content, wherever they stand.",
         "items": {
          "description": "What is recognised."
         }
        },
        "patterns": {
         "description": "Values that are recognised by regular expressions of your own.",
         "key": "name",
         "items": {
          "description": "One regular expression.",
          "fields": {
           "name": {
            "description": "Name of the pattern, unique in the entry: lower-case letters, digits and dashes, at most 63."
           },
           "regex": {
            "description": "The expression in RE2 syntax; what it matches is masked."
           }
          }
         }
        },
        "surfaces": {
         "description": "Where it applies. Responses (default): what the agent receives, and the record of it. Commands: what the record keeps of the command itself.",
         "items": {
          "description": "One surface."
         }
        },
        "method": {
         "description": "How a value is masked. Redact: replaced by a fixed text. Partial: all but its end, see partial. Hash: replaced by a keyed hash, so that equal values stay equal. Null: replaced by no value."
        },
        "predicates": {
         "description": "Whether masked columns may decide over a statement. Refuse, or nothing said: a condition, order, group, join or expression that can fail with one is refused, since its outcome tells about the value, and so is a write that a constraint on one would answer. Allow: they run, what comes out stays masked, and what the target says of their failure is withheld; where several entries mask a column, all have to allow it."
        },
        "partial": {
         "description": "What method Partial leaves.",
         "fields": {
          "keepLast": {
           "description": "Number of characters at the end that stay readable; a value that is no longer is masked as a whole."
          }
         }
        }
       }
      }
     },
     "limits": {
      "description": "How much one agent may read through the connections of the policy, counted over all its sessions on a connection. The strictest of all policies applies. A running result that reaches a limit ends with an error; beyond a limit per hour commands are denied until enough of the hour has passed.",
      "fields": {
       "rowsPerCommand": {
        "description": "Most rows that one command may return."
       },
       "bytesPerCommand": {
        "description": "Most bytes of the response to one command, as 64Mi or a number of bytes.",
        "unit": "quantity"
       },
       "rowsPerHour": {
        "description": "Most rows in any 60 minutes."
       },
       "bytesPerHour": {
        "description": "Most bytes of responses in any 60 minutes, as 1Gi or a number of bytes.",
        "unit": "quantity"
       },
       "sessions": {
        "description": "Most sessions that one agent may have open on a connection at a time; a further one is refused."
       }
      }
     }
    }
   },
   "status": {
    "description": "What the operator found; written by it alone.",
    "fields": {
     "observedGeneration": {
      "description": "metadata.generation of the spec that this status is about."
     },
     "conditions": {
      "description": "Ready: the policy is in force; its reason says which rule cannot be used, and why. Connected: each name in spec.connections finds a connection. Effective: each rule can decide something; the message names those that cannot.",
      "key": "type",
      "items": {
       "description": "One observation, in the form of Kubernetes' metav1.Condition.",
       "fields": {
        "type": {
         "description": "What is observed, in CamelCase."
        },
        "status": {
         "description": "Whether it holds: True, False or Unknown."
        },
        "observedGeneration": {
         "description": "metadata.generation that the condition is about."
        },
        "lastTransitionTime": {
         "description": "When status last changed, RFC 3339."
        },
        "reason": {
         "description": "One word in CamelCase for programs."
        },
        "message": {
         "description": "One sentence for a person."
        }
       }
      }
     }
    }
   }
  }
 },
 "Approval": {
  "description": "A question to a person: may this exact command run (request), or may an agent run a rule's commands for a while (grant)? An approver answers by setting spec.decision, and spec.reason if there is one; all else in spec is frozen.",
  "fields": {
   "apiVersion": {
    "description": "Always chaperone.dev/v1alpha1."
   },
   "kind": {
    "description": "Always Approval."
   },
   "metadata": {
    "description": "Name, namespace, labels and annotations, as of every Kubernetes object.",
    "fields": {
     "name": {
      "description": "Name of the object: lower-case letters, digits, dashes and dots."
     },
     "generateName": {
      "description": "Beginning of a name that the API server completes."
     },
     "namespace": {
      "description": "Namespace of the object. Off a cluster the default is the namespace default."
     },
     "labels": {
      "description": "Labels, for selectors.",
      "values": {
       "description": "Value of the label."
      }
     },
     "annotations": {
      "description": "Annotations, for tools.",
      "values": {
       "description": "Value of the annotation."
      }
     },
     "uid": {
      "description": "Set by the API server."
     },
     "resourceVersion": {
      "description": "Set by the API server."
     },
     "generation": {
      "description": "Set by the API server."
     },
     "creationTimestamp": {
      "description": "Set by the API server."
     },
     "deletionTimestamp": {
      "description": "Set by the API server."
     },
     "deletionGracePeriodSeconds": {
      "description": "Set by the API server."
     },
     "finalizers": {
      "description": "Who must agree before the object goes.",
      "items": {
       "description": "One finalizer."
      }
     },
     "ownerReferences": {
      "description": "Objects that own this one.",
      "items": {
       "description": "One owner."
      }
     },
     "managedFields": {
      "description": "Set by the API server.",
      "items": {
       "description": "Fields of one writer."
      }
     },
     "selfLink": {
      "description": "Set by old API servers."
     }
    }
   },
   "spec": {
    "description": "What is asked, and the answer.",
    "rules": [
     {
      "message": "exactly one of request, grant is needed",
      "at": [],
      "code": "BAD_VALUE"
     },
     {
      "message": "request needs approvers, required and expiresAt beside it",
      "at": [],
      "code": "MISSING_FIELD"
     },
     {
      "message": "decision Approved needs as many approved entries in decisions as required says: admission stamps them; is the operator's webhook there?",
      "at": [
       "decisions"
      ],
      "code": "BAD_VALUE"
     },
     {
      "message": "decision Denied needs a denied entry in decisions: admission stamps it; is the operator's webhook there?",
      "at": [
       "decisions"
      ],
      "code": "BAD_VALUE"
     },
     {
      "message": "a person decides once: decisions names the same one twice",
      "at": [
       "decisions"
      ],
      "code": "BAD_VALUE"
     },
     {
      "message": "an approval cannot be approved after expiresAt: let the agent ask again",
      "at": [
       "decisions"
      ],
      "code": "BAD_VALUE"
     }
    ],
    "fields": {
     "connectionRef": {
      "description": "The AuditedConnection that the command goes through, in the same namespace.",
      "fields": {
       "name": {
        "description": "Name of the connection."
       }
      }
     },
     "policyRef": {
      "description": "The rule that asks for approval.",
      "fields": {
       "name": {
        "description": "Name of the AccessPolicy, in the same namespace."
       },
       "rule": {
        "description": "Name of the rule in it."
       }
      }
     },
     "request": {
      "description": "One exact command that waits for its approval. Written by the sidecar.",
      "fields": {
       "session": {
        "description": "Id of the session, a ULID in upper case."
       },
       "agent": {
        "description": "Who asks, as verified by the sidecar.",
        "fields": {
         "serviceAccount": {
          "description": "Name of the agent's ServiceAccount."
         },
         "pod": {
          "description": "The agent's pod.",
          "fields": {
           "name": {
            "description": "Name of the pod."
           },
           "uid": {
            "description": "UID of the pod."
           }
          }
         },
         "claims": {
          "description": "Claims of the agent's verified OIDC token.",
          "values": {
           "description": "Value of the claim."
          }
         }
        }
       },
       "command": {
        "description": "The command as the agent sent it."
       },
       "parameters": {
        "description": "Values bound to the command, in order.",
        "items": {
         "description": "One value; null is SQL's NULL, and a value in binary format is \\x and its bytes in hex."
        }
       },
       "effects": {
        "description": "What the command does.",
        "items": {
         "description": "One effect.",
         "fields": {
          "command": {
           "description": "The action, for example UPDATE."
          },
          "object": {
           "description": "What it acts on, for example public.customers."
          }
         }
        }
       },
       "digest": {
        "description": "SHA-256 over agent, connection, command, parameters, policy and expiry, as sha256: and 64 hex digits. The approval is good for a command of this digest only."
       }
      }
     },
     "grant": {
      "description": "A time window in which the rule's approval is given in advance. Written by a person.",
      "fields": {
       "subject": {
        "description": "The agent that the window is for.",
        "fields": {
         "serviceAccount": {
          "description": "Name of the agent's ServiceAccount."
         }
        }
       },
       "duration": {
        "description": "Length of the window, as 1h, counted from the decision. Denied revokes it at once.",
        "unit": "duration"
       },
       "requestedBy": {
        "description": "Who asked, as authenticated; stamped by admission. It cannot be who decides."
       },
       "justification": {
        "description": "Why it is needed, for the approver and the record."
       }
      }
     },
     "approvers": {
      "description": "Who may decide; any of these. For a grant it is taken from the rule.",
      "fields": {
       "groups": {
        "description": "Groups whose members may decide.",
        "items": {
         "description": "Name of a group."
        }
       },
       "users": {
        "description": "Users who may decide.",
        "items": {
         "description": "Name of a user."
        }
       }
      }
     },
     "required": {
      "description": "How many different people must approve. For a grant it is taken from the rule."
     },
     "expiresAt": {
      "description": "Until when it can be decided, RFC 3339."
     },
     "decision": {
      "description": "The approver's field. Pending (default), Approved or Denied."
     },
     "reason": {
      "description": "The approver's field, for example a change number."
     },
     "decisions": {
      "description": "Who decided what; stamped by admission from the API server's knowledge of the user, append-only.",
      "items": {
       "description": "One person's decision.",
       "fields": {
        "username": {
         "description": "Name of the user as authenticated."
        },
        "groups": {
         "description": "Groups of the user as authenticated.",
         "items": {
          "description": "Name of a group."
         }
        },
        "decision": {
         "description": "What was decided."
        },
        "reason": {
         "description": "The reason that was given."
        },
        "decidedAt": {
         "description": "When, RFC 3339."
        }
       }
      }
     }
    }
   },
   "status": {
    "description": "What became of it; written by the operator or the sidecar alone.",
    "fields": {
     "phase": {
      "description": "Pending; Approved or Denied as decided; Expired without a decision; Consumed by the command that it was for."
     },
     "consumedAt": {
      "description": "When the command was forwarded, RFC 3339; null until then."
     },
     "estimatedRows": {
      "description": "Rows that the target's planner expects the command to reach, by EXPLAIN; absent where asking it could have run a function, or it gave no answer in time."
     },
     "activeUntil": {
      "description": "End of a grant's window, RFC 3339; absent until the grant is approved and after it has ended."
     },
     "observedGeneration": {
      "description": "metadata.generation of the spec that this status is about."
     },
     "conditions": {
      "description": "Ready: it is approved, and counts; False with reason Pending, Denied, Expired or Consumed otherwise. Decided: nobody needs to do anything any more, whatever became of it. Valid: the rule that asks for it still exists. Settled: what the sidecar says of how it ended.",
      "key": "type",
      "items": {
       "description": "One observation, in the form of Kubernetes' metav1.Condition.",
       "fields": {
        "type": {
         "description": "What is observed, in CamelCase."
        },
        "status": {
         "description": "Whether it holds: True, False or Unknown."
        },
        "observedGeneration": {
         "description": "metadata.generation that the condition is about."
        },
        "lastTransitionTime": {
         "description": "When status last changed, RFC 3339."
        },
        "reason": {
         "description": "One word in CamelCase for programs."
        },
        "message": {
         "description": "One sentence for a person."
        }
       }
      }
     }
    }
   }
  }
 },
 "AuditSession": {
  "description": "One agent's use of one connection: who, since when, how many commands, and where its recording is. It is made before the first command of the session, so that a missing recording is seen. Nobody but the operator writes it.",
  "fields": {
   "apiVersion": {
    "description": "Always chaperone.dev/v1alpha1."
   },
   "kind": {
    "description": "Always AuditSession."
   },
   "metadata": {
    "description": "Name, namespace, labels and annotations, as of every Kubernetes object.",
    "fields": {
     "name": {
      "description": "Name of the object: lower-case letters, digits, dashes and dots."
     },
     "generateName": {
      "description": "Beginning of a name that the API server completes."
     },
     "namespace": {
      "description": "Namespace of the object. Off a cluster the default is the namespace default."
     },
     "labels": {
      "description": "Labels, for selectors.",
      "values": {
       "description": "Value of the label."
      }
     },
     "annotations": {
      "description": "Annotations, for tools.",
      "values": {
       "description": "Value of the annotation."
      }
     },
     "uid": {
      "description": "Set by the API server."
     },
     "resourceVersion": {
      "description": "Set by the API server."
     },
     "generation": {
      "description": "Set by the API server."
     },
     "creationTimestamp": {
      "description": "Set by the API server."
     },
     "deletionTimestamp": {
      "description": "Set by the API server."
     },
     "deletionGracePeriodSeconds": {
      "description": "Set by the API server."
     },
     "finalizers": {
      "description": "Who must agree before the object goes.",
      "items": {
       "description": "One finalizer."
      }
     },
     "ownerReferences": {
      "description": "Objects that own this one.",
      "items": {
       "description": "One owner."
      }
     },
     "managedFields": {
      "description": "Set by the API server.",
      "items": {
       "description": "Fields of one writer."
      }
     },
     "selfLink": {
      "description": "Set by old API servers."
     }
    }
   },
   "spec": {
    "description": "Who used which connection; it does not change.",
    "fields": {
     "connectionRef": {
      "description": "The AuditedConnection that was used, in the same namespace.",
      "fields": {
       "name": {
        "description": "Name of the connection."
       }
      }
     },
     "agent": {
      "description": "Who used it, as the broker verified it.",
      "fields": {
       "serviceAccount": {
        "description": "Name of the agent's ServiceAccount."
       },
       "pod": {
        "description": "The agent's pod.",
        "fields": {
         "name": {
          "description": "Name of the pod."
         },
         "uid": {
          "description": "UID of the pod; the run of the agent."
         }
        }
       },
       "claims": {
        "description": "Claims of the agent's verified OIDC token, by their names in identity.oidc.claims of the connection.",
        "values": {
         "description": "Value of the claim."
        }
       }
      }
     }
    }
   },
   "status": {
    "description": "What the session came to; written by the operator alone.",
    "fields": {
     "phase": {
      "description": "Active: it goes on. Completed: it ended in order, its recording is sealed. Interrupted: its sidecar or pod ended before it did."
     },
     "startedAt": {
      "description": "When it began, RFC 3339."
     },
     "endedAt": {
      "description": "When it ended, RFC 3339; null or absent while it is active."
     },
     "commands": {
      "description": "How many commands there were.",
      "fields": {
       "total": {
        "description": "All commands, whatever became of them."
       },
       "denied": {
        "description": "Commands that were not forwarded, for a rule, a limit or because they could not be understood."
       },
       "approved": {
        "description": "Commands that ran under an approval."
       },
       "errors": {
        "description": "Commands that the target answered with an error."
       }
      }
     },
     "rows": {
      "description": "Rows that the agent received."
     },
     "bytes": {
      "description": "Bytes of responses that the agent received."
     },
     "recording": {
      "description": "Where the recording is, and the head of its Merkle tree, which proves that nothing of it was changed.",
      "fields": {
       "storeRef": {
        "description": "The AuditStore that holds the recording; absent until something of it was stored.",
        "fields": {
         "name": {
          "description": "Name of the AuditStore."
         }
        }
       },
       "prefix": {
        "description": "Beginning of the names of its segments and manifest, behind the prefix of the store; absent as storeRef is."
       },
       "storedAt": {
        "description": "When the whole of it was in the store, signed manifest included, RFC 3339; absent before."
       },
       "treeSize": {
        "description": "Number of events of the recording, leaves of its tree (RFC 6962)."
       },
       "rootHash": {
        "description": "Root of the tree over them: sha256: and 64 hex digits."
       }
      }
     },
     "observedGeneration": {
      "description": "metadata.generation of the spec that this status is about."
     },
     "conditions": {
      "description": "Ready: the recording is in its store as far as it has come; once the session has ended, complete and sealed. Ended: it goes on no longer; Unknown while its pod is gone and its sidecar has not said how it ended.",
      "key": "type",
      "items": {
       "description": "One observation, in the form of Kubernetes' metav1.Condition.",
       "fields": {
        "type": {
         "description": "What is observed, in CamelCase."
        },
        "status": {
         "description": "Whether it holds: True, False or Unknown."
        },
        "observedGeneration": {
         "description": "metadata.generation that the condition is about."
        },
        "lastTransitionTime": {
         "description": "When status last changed, RFC 3339."
        },
        "reason": {
         "description": "One word in CamelCase for programs."
        },
        "message": {
         "description": "One sentence for a person."
        }
       }
      }
     }
    }
   }
  }
 },
 "AuditStore": {
  "description": "Where recordings are kept: a bucket of an object store that speaks the S3 API, or a directory of the broker. Platform teams own it; connections name it in recording.storeRef, and use the one named default otherwise.",
  "fields": {
   "apiVersion": {
    "description": "Always chaperone.dev/v1alpha1."
   },
   "kind": {
    "description": "Always AuditStore."
   },
   "metadata": {
    "description": "Name, namespace, labels and annotations, as of every Kubernetes object.",
    "fields": {
     "name": {
      "description": "Name of the object: lower-case letters, digits, dashes and dots."
     },
     "generateName": {
      "description": "Beginning of a name that the API server completes."
     },
     "namespace": {
      "description": "Namespace of the object. Off a cluster the default is the namespace default."
     },
     "labels": {
      "description": "Labels, for selectors.",
      "values": {
       "description": "Value of the label."
      }
     },
     "annotations": {
      "description": "Annotations, for tools.",
      "values": {
       "description": "Value of the annotation."
      }
     },
     "uid": {
      "description": "Set by the API server."
     },
     "resourceVersion": {
      "description": "Set by the API server."
     },
     "generation": {
      "description": "Set by the API server."
     },
     "creationTimestamp": {
      "description": "Set by the API server."
     },
     "deletionTimestamp": {
      "description": "Set by the API server."
     },
     "deletionGracePeriodSeconds": {
      "description": "Set by the API server."
     },
     "finalizers": {
      "description": "Who must agree before the object goes.",
      "items": {
       "description": "One finalizer."
      }
     },
     "ownerReferences": {
      "description": "Objects that own this one.",
      "items": {
       "description": "One owner."
      }
     },
     "managedFields": {
      "description": "Set by the API server.",
      "items": {
       "description": "Fields of one writer."
      }
     },
     "selfLink": {
      "description": "Set by old API servers."
     }
    }
   },
   "spec": {
    "description": "Where recordings go and for how long. Exactly one of s3, directory.",
    "rules": [
     {
      "message": "exactly one of s3, directory is needed",
      "at": [],
      "code": "BAD_VALUE"
     }
    ],
    "fields": {
     "s3": {
      "description": "A bucket of an object store that speaks the S3 API.",
      "fields": {
       "endpoint": {
        "description": "URL of the object store, without a path. Default is Amazon's of the region. http is for a store on the same machine or network that is trusted."
       },
       "region": {
        "description": "Region of the bucket, for example eu-central-1; what the store accepts where it has none."
       },
       "bucket": {
        "description": "Name of the bucket; it must be there."
       },
       "prefix": {
        "description": "Beginning of every object's name, ending with a slash, for example prod/. Default is none."
       },
       "objectLock": {
        "description": "Write once, read many: objects cannot be changed or deleted until the time is over. The bucket must have been made with object lock. Without it the store protects nothing; alteration is found by verification alone.",
        "fields": {
         "mode": {
          "description": "Governance: who holds a special right may still delete. Compliance: nobody may, the owner of the account included."
         },
         "retention": {
          "description": "How long from the upload on, as 400d: minutes (m), hours (h) or days (d)."
         }
        }
       },
       "credentialRef": {
        "description": "A Secret with the keys access_key_id and secret_access_key, and session_token if there is one. Leave it out to use the identity that the cloud gives the operator's pod.",
        "fields": {
         "name": {
          "description": "Name of the Secret."
         },
         "namespace": {
          "description": "Namespace of the Secret; the operator reads Secrets of its own namespace only."
         }
        }
       }
      }
     },
     "directory": {
      "description": "A directory of the broker, on a volume that outlives its pods.",
      "fields": {
       "path": {
        "description": "Absolute path, for example /var/lib/chaperone."
       }
      }
     },
     "retention": {
      "description": "How long recordings are kept. Without it they are never deleted.",
      "fields": {
       "keep": {
        "description": "How long from the end of a session on, as 400d: minutes (m), hours (h) or days (d). Then its recording and its AuditSession are deleted; an object lock that lasts longer wins."
       }
      }
     }
    }
   },
   "status": {
    "description": "What the operator found; written by it alone.",
    "fields": {
     "observedGeneration": {
      "description": "metadata.generation of the spec that this status is about."
     },
     "conditions": {
      "description": "Ready: recordings can be stored as asked; its reason says what is missing. Reachable: the store answers, and knows bucket and credential. Writable: an object was stored. ObjectLock: objects are locked as asked.",
      "key": "type",
      "items": {
       "description": "One observation, in the form of Kubernetes' metav1.Condition.",
       "fields": {
        "type": {
         "description": "What is observed, in CamelCase."
        },
        "status": {
         "description": "Whether it holds: True, False or Unknown."
        },
        "observedGeneration": {
         "description": "metadata.generation that the condition is about."
        },
        "lastTransitionTime": {
         "description": "When status last changed, RFC 3339."
        },
        "reason": {
         "description": "One word in CamelCase for programs."
        },
        "message": {
         "description": "One sentence for a person."
        }
       }
      }
     }
    }
   }
  }
 },
 "AuditedConnection": {
  "description": "One target behind one credential. Agents reach the target through it without ever seeing the credential; every command is decided by the AccessPolicies that name the connection, and recorded.",
  "fields": {
   "apiVersion": {
    "description": "Always chaperone.dev/v1alpha1."
   },
   "kind": {
    "description": "Always AuditedConnection."
   },
   "metadata": {
    "description": "Name, namespace, labels and annotations, as of every Kubernetes object.",
    "fields": {
     "name": {
      "description": "Name of the object: lower-case letters, digits, dashes and dots."
     },
     "generateName": {
      "description": "Beginning of a name that the API server completes."
     },
     "namespace": {
      "description": "Namespace of the object. Off a cluster the default is the namespace default."
     },
     "labels": {
      "description": "Labels, for selectors.",
      "values": {
       "description": "Value of the label."
      }
     },
     "annotations": {
      "description": "Annotations, for tools.",
      "values": {
       "description": "Value of the annotation."
      }
     },
     "uid": {
      "description": "Set by the API server."
     },
     "resourceVersion": {
      "description": "Set by the API server."
     },
     "generation": {
      "description": "Set by the API server."
     },
     "creationTimestamp": {
      "description": "Set by the API server."
     },
     "deletionTimestamp": {
      "description": "Set by the API server."
     },
     "deletionGracePeriodSeconds": {
      "description": "Set by the API server."
     },
     "finalizers": {
      "description": "Who must agree before the object goes.",
      "items": {
       "description": "One finalizer."
      }
     },
     "ownerReferences": {
      "description": "Objects that own this one.",
      "items": {
       "description": "One owner."
      }
     },
     "managedFields": {
      "description": "Set by the API server.",
      "items": {
       "description": "Fields of one writer."
      }
     },
     "selfLink": {
      "description": "Set by old API servers."
     }
    }
   },
   "spec": {
    "description": "Where the target is, how the sidecar logs in to it, and what is recorded.",
    "rules": [
     {
      "message": "target.ssh is for protocol SSH only",
      "at": [
       "target",
       "ssh"
      ],
      "code": "BAD_VALUE"
     },
     {
      "message": "protocol SSH needs target.ssh.hostKeys: the sidecar refuses a host that it does not know",
      "at": [
       "target"
      ],
      "code": "MISSING_FIELD"
     },
     {
      "message": "target.postgres is for protocol Postgres only",
      "at": [
       "target",
       "postgres"
      ],
      "code": "BAD_VALUE"
     },
     {
      "message": "protocol SSH needs credential.secretRef: a key or a password, no token",
      "at": [
       "credential"
      ],
      "code": "BAD_VALUE"
     },
     {
      "message": "subjectToken Agent needs identity.oidc: it is the agent's token that is exchanged",
      "at": [
       "credential"
      ],
      "code": "BAD_VALUE"
     },
     {
      "message": "protocol Postgres needs tokenExchange.username: the role that the exchanged token is the password of",
      "at": [
       "credential"
      ],
      "code": "BAD_VALUE"
     }
    ],
    "fields": {
     "protocol": {
      "description": "What the target speaks. It decides which part of a policy's rules and masking applies."
     },
     "target": {
      "description": "Where the sidecar connects to.",
      "fields": {
       "host": {
        "description": "DNS name or IP address of the target. It is also the name that agents use, see aliases."
       },
       "port": {
        "description": "TCP port of the target, 1 to 65535."
       },
       "tls": {
        "description": "How the connection to the target is protected. Without it the mode is VerifyFull. SSH has its own protection and ignores it.",
        "rules": [
         {
          "message": "caRef is of use with mode VerifyFull or VerifyCA only: remove it or change mode",
          "at": [
           "caRef"
          ],
          "code": "BAD_VALUE"
         },
         {
          "message": "clientCertificateRef is of use with TLS only: remove it or change mode",
          "at": [
           "clientCertificateRef"
          ],
          "code": "BAD_VALUE"
         }
        ],
        "fields": {
         "mode": {
          "description": "Disable: no TLS, for a target on the same machine. Require: TLS without a check of the certificate. VerifyCA: the certificate must come from a trusted CA. VerifyFull (default): it must also be for the target's name."
         },
         "serverName": {
          "description": "Name to expect in the target's certificate and to send as SNI. Default is target.host."
         },
         "caRef": {
          "description": "The CA that signs the target's certificate, PEM, one or more certificates. Without it the system's CAs are trusted; for protocol Kubernetes the cluster's own CA.",
          "fields": {
           "kind": {
            "description": "Kind of the object that holds the CA, in the namespace of the connection."
           },
           "name": {
            "description": "Name of the object that holds the CA."
           },
           "key": {
            "description": "Key in that object under which the PEM text is. Default ca.crt."
           }
          }
         },
         "clientCertificateRef": {
          "description": "A Secret of type kubernetes.io/tls in the namespace of the connection, keys tls.crt and tls.key: the certificate that the sidecar shows to a target that asks for one. With it a PostgreSQL credential may do without a password.",
          "fields": {
           "name": {
            "description": "Name of the Secret."
           }
          }
         }
        }
       },
       "postgres": {
        "description": "What only a PostgreSQL target needs.",
        "fields": {
         "authentication": {
          "description": "Ways of proving the password to the server that the sidecar agrees to. Default is ScramSHA256 alone. MD5 and Cleartext give the password away to a false server; name them only for a server that cannot do better. The first of them that the server offers is used, whatever their order: ScramSHA256Plus, ScramSHA256, MD5, Cleartext.",
          "items": {
           "description": "ScramSHA256: SCRAM-SHA-256, with channel binding where the server offers it. ScramSHA256Plus: with channel binding and never without, which binds the login to this very TLS connection. MD5 and Cleartext: as PostgreSQL calls them."
          }
         }
        }
       },
       "ssh": {
        "description": "What only an SSH target needs.",
        "fields": {
         "hostKeys": {
          "description": "Public keys of the host, each as in a known_hosts file without the name: type, then base64. A host that shows another key is refused.",
          "items": {
           "description": "One public key, for example ssh-ed25519 AAAA…."
          }
         }
        }
       }
      }
     },
     "aliases": {
      "description": "Further host names under which agents reach this target, besides target.host.",
      "items": {
       "description": "A DNS name."
      }
     },
     "credential": {
      "description": "How the sidecar logs in to the target. Exactly one of secretRef, tokenExchange, serviceAccountToken. The agent never sees it.",
      "rules": [
       {
        "message": "exactly one of secretRef, tokenExchange, serviceAccountToken is needed",
        "at": [],
        "code": "BAD_VALUE"
       }
      ],
      "fields": {
       "secretRef": {
        "description": "A Secret in the namespace of the connection. Postgres reads the keys username and password; HTTP and Kubernetes read token, or username and password; SSH reads username and ssh-privatekey or password.",
        "fields": {
         "name": {
          "description": "Name of the Secret."
         }
        }
       },
       "tokenExchange": {
        "description": "OAuth 2.0 token exchange (RFC 8693). The answer is the PostgreSQL password, or the bearer token towards an HTTP or Kubernetes target.",
        "fields": {
         "tokenEndpoint": {
          "description": "URL of the authorization server's token endpoint, https."
         },
         "caRef": {
          "description": "The CA that signs the certificate of the token endpoint, PEM, one or more certificates. Without it the system's CAs are trusted.",
          "fields": {
           "kind": {
            "description": "Kind of the object that holds the CA, in the namespace of the connection."
           },
           "name": {
            "description": "Name of the object that holds the CA."
           },
           "key": {
            "description": "Key in that object under which the PEM text is. Default ca.crt."
           }
          }
         },
         "username": {
          "description": "Protocol Postgres: the role to log in as; the answer of the exchange is its password."
         },
         "clientSecretRef": {
          "description": "A Secret with the keys client_id and client_secret, with which the sidecar authenticates at the token endpoint. Without it the request is sent without client authentication.",
          "fields": {
           "name": {
            "description": "Name of the Secret."
           }
          }
         },
         "subjectToken": {
          "description": "What is exchanged. Agent: the OIDC token that the agent presented, which needs identity.oidc. Pod: the pod's own, projected into the sidecar alone with the audience of the installation for exchanges."
         },
         "subjectTokenType": {
          "description": "What the exchanged token is called there; parameter subject_token_type of RFC 8693: AccessToken (default), IDToken or JWT."
         },
         "audience": {
          "description": "The audience that is asked for; parameter audience of RFC 8693."
         },
         "resource": {
          "description": "The resource that is asked for; parameter resource of RFC 8693, an absolute URI."
         },
         "scopes": {
          "description": "The scopes that are asked for. Default is what the authorization server gives.",
          "items": {
           "description": "One scope, without spaces."
          }
         }
        }
       },
       "serviceAccountToken": {
        "description": "A token of another ServiceAccount, asked for with a TokenRequest; the bearer token towards the target.",
        "rules": [
         {
          "message": "expiration must be at least 10m: the API server issues no shorter tokens",
          "at": [
           "expiration"
          ],
          "code": "BAD_VALUE"
         }
        ],
        "fields": {
         "name": {
          "description": "Name of the ServiceAccount, in the namespace of the connection."
         },
         "expiration": {
          "description": "How long a token is good for, as 10m; it is renewed before. Default and minimum 10m.",
          "unit": "duration"
         },
         "audiences": {
          "description": "Audiences of the token. Default is the API server's own.",
          "items": {
           "description": "One audience."
          }
         }
        }
       }
      }
     },
     "identity": {
      "description": "Who is the agent, beyond the identity of its pod? Without it the pod's ServiceAccount alone counts.",
      "fields": {
       "oidc": {
        "description": "The agent must present an OIDC token: as the password (Postgres, SSH) or the bearer token (HTTP, Kubernetes). Its signature, issuer, audience and expiry are checked.",
        "fields": {
         "issuer": {
          "description": "URL of the issuer, https, exactly as in the token's iss claim."
         },
         "caRef": {
          "description": "The CA that signs the certificate of the issuer, PEM, one or more certificates. Without it the system's CAs are trusted.",
          "fields": {
           "kind": {
            "description": "Kind of the object that holds the CA, in the namespace of the connection."
           },
           "name": {
            "description": "Name of the object that holds the CA."
           },
           "key": {
            "description": "Key in that object under which the PEM text is. Default ca.crt."
           }
          }
         },
         "mechanism": {
          "description": "Protocol Postgres: how the agent presents the token. Password (default): in place of the password, as every driver can. OAuthBearer: by SASL OAUTHBEARER (RFC 7628), as libpq 18 and newer."
         },
         "atExpiry": {
          "description": "What becomes of a session whose token expires. EndSession (default): it ends, once what runs has its answer. KeepSession: it goes on, as PostgreSQL itself would have it."
         },
         "audiences": {
          "description": "The token must be for one of these audiences.",
          "items": {
           "description": "One audience."
          }
         },
         "claims": {
          "description": "Which claims of the token go into every record and may be matched by policies: name in the record (agent, model, modelVersion, run, request, or any other) to name of the claim. Default is agent: sub.",
          "values": {
           "description": "Name of the claim in the token."
          }
         }
        }
       }
      }
     },
     "recording": {
      "description": "What is kept of each command's response, and what the record of a command survives.",
      "fields": {
       "responses": {
        "description": "Full (default): the response as the agent received it. Summary: status, row count, size and digest. None: status only. The command itself is always recorded."
       },
       "maxResponseBytes": {
        "description": "How much of one response is kept, as 64Mi (default) or a number of bytes. A longer response is still delivered; the record keeps its digest, its size and a mark.",
        "unit": "quantity"
       },
       "durability": {
        "description": "What the record of a command survives before the command is forwarded. Buffered (default): the end of the sidecar. Fsync: the node's loss of power. Replicated: the loss of the node."
       },
       "storeRef": {
        "description": "The AuditStore that recordings are uploaded to. Default is the AuditStore named default.",
        "fields": {
         "name": {
          "description": "Name of the AuditStore."
         }
        }
       }
      }
     },
     "limits": {
      "description": "Limits of a session, whichever agent it is of. Limits per agent are in AccessPolicy.",
      "fields": {
       "maxCommandBytes": {
        "description": "Largest command with its parameters, as 1Mi (default) or a number of bytes. A larger one is refused.",
        "unit": "quantity"
       },
       "idleTimeout": {
        "description": "A session without a command for this long is closed, as 30m (default).",
        "unit": "duration"
       },
       "maxSessions": {
        "description": "Most sessions that may be open at a time, over all agents of one sidecar; a further one is refused. Without it only the sidecar's own limit holds."
       },
       "maxSessionDuration": {
        "description": "A session that has lasted this long takes no new command; what runs has 30 seconds to end. As 8h; without it a session may last.",
        "unit": "duration"
       }
      }
     }
    }
   },
   "status": {
    "description": "What the operator found; written by it alone.",
    "fields": {
     "observedGeneration": {
      "description": "metadata.generation of the spec that this status is about."
     },
     "address": {
      "description": "Loopback address that stands for the target in agents' pods, 127.77.0.1 to 127.77.255.254; unique in the namespace. Pods that are injected map the target's names to it."
     },
     "conditions": {
      "description": "Ready: the connection can be used. Addressed: agents' pods have an address for it. CredentialReady: the credential is there and has what the protocol needs. TargetResolved: the host has an address. BypassFree: no right of an agent's ServiceAccount leads past the sidecar, and each of its pods has one; the message names every way.",
      "key": "type",
      "items": {
       "description": "One observation, in the form of Kubernetes' metav1.Condition.",
       "fields": {
        "type": {
         "description": "What is observed, in CamelCase."
        },
        "status": {
         "description": "Whether it holds: True, False or Unknown."
        },
        "observedGeneration": {
         "description": "metadata.generation that the condition is about."
        },
        "lastTransitionTime": {
         "description": "When status last changed, RFC 3339."
        },
        "reason": {
         "description": "One word in CamelCase for programs."
        },
        "message": {
         "description": "One sentence for a person."
        }
       }
      }
     }
    }
   }
  }
 },
 "ConfigMap": {
  "description": "A Kubernetes ConfigMap (v1), as far as a sidecar without a cluster reads it.",
  "fields": {
   "apiVersion": {
    "description": "Always v1."
   },
   "kind": {
    "description": "Always ConfigMap."
   },
   "metadata": {
    "description": "Name, namespace, labels and annotations, as of every Kubernetes object.",
    "fields": {
     "name": {
      "description": "Name of the object: lower-case letters, digits, dashes and dots."
     },
     "generateName": {
      "description": "Beginning of a name that the API server completes."
     },
     "namespace": {
      "description": "Namespace of the object. Off a cluster the default is the namespace default."
     },
     "labels": {
      "description": "Labels, for selectors.",
      "values": {
       "description": "Value of the label."
      }
     },
     "annotations": {
      "description": "Annotations, for tools.",
      "values": {
       "description": "Value of the annotation."
      }
     },
     "uid": {
      "description": "Set by the API server."
     },
     "resourceVersion": {
      "description": "Set by the API server."
     },
     "generation": {
      "description": "Set by the API server."
     },
     "creationTimestamp": {
      "description": "Set by the API server."
     },
     "deletionTimestamp": {
      "description": "Set by the API server."
     },
     "deletionGracePeriodSeconds": {
      "description": "Set by the API server."
     },
     "finalizers": {
      "description": "Who must agree before the object goes.",
      "items": {
       "description": "One finalizer."
      }
     },
     "ownerReferences": {
      "description": "Objects that own this one.",
      "items": {
       "description": "One owner."
      }
     },
     "managedFields": {
      "description": "Set by the API server.",
      "items": {
       "description": "Fields of one writer."
      }
     },
     "selfLink": {
      "description": "Set by old API servers."
     }
    }
   },
   "immutable": {
    "description": "Whether a cluster refuses to change it."
   },
   "data": {
    "description": "Values as they are.",
    "values": {
     "description": "One value, as it is."
    }
   },
   "binaryData": {
    "description": "Values in base64.",
    "values": {
     "description": "One value in base64."
    }
   }
  }
 },
 "Secret": {
  "description": "A Kubernetes Secret (v1), as far as a sidecar without a cluster reads it.",
  "fields": {
   "apiVersion": {
    "description": "Always v1."
   },
   "kind": {
    "description": "Always Secret."
   },
   "metadata": {
    "description": "Name, namespace, labels and annotations, as of every Kubernetes object.",
    "fields": {
     "name": {
      "description": "Name of the object: lower-case letters, digits, dashes and dots."
     },
     "generateName": {
      "description": "Beginning of a name that the API server completes."
     },
     "namespace": {
      "description": "Namespace of the object. Off a cluster the default is the namespace default."
     },
     "labels": {
      "description": "Labels, for selectors.",
      "values": {
       "description": "Value of the label."
      }
     },
     "annotations": {
      "description": "Annotations, for tools.",
      "values": {
       "description": "Value of the annotation."
      }
     },
     "uid": {
      "description": "Set by the API server."
     },
     "resourceVersion": {
      "description": "Set by the API server."
     },
     "generation": {
      "description": "Set by the API server."
     },
     "creationTimestamp": {
      "description": "Set by the API server."
     },
     "deletionTimestamp": {
      "description": "Set by the API server."
     },
     "deletionGracePeriodSeconds": {
      "description": "Set by the API server."
     },
     "finalizers": {
      "description": "Who must agree before the object goes.",
      "items": {
       "description": "One finalizer."
      }
     },
     "ownerReferences": {
      "description": "Objects that own this one.",
      "items": {
       "description": "One owner."
      }
     },
     "managedFields": {
      "description": "Set by the API server.",
      "items": {
       "description": "Fields of one writer."
      }
     },
     "selfLink": {
      "description": "Set by old API servers."
     }
    }
   },
   "type": {
    "description": "For example kubernetes.io/basic-auth."
   },
   "immutable": {
    "description": "Whether a cluster refuses to change it."
   },
   "data": {
    "description": "Values in base64.",
    "values": {
     "description": "One value in base64; put a plain value under stringData instead."
    }
   },
   "stringData": {
    "description": "Values as they are; they win over those in data.",
    "values": {
     "description": "One value, as it is."
    }
   }
  }
 }
};
