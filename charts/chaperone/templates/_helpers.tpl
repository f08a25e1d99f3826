{{- /* One installation a cluster: what people name (roles, policies, kinds) is called the same everywhere, the rest after the release. */ -}}
{{- define "chaperone.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride -}}
{{- else if contains "chaperone" .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-chaperone" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end }}

{{- define "chaperone.operator" -}}
{{ include "chaperone.fullname" . }}-operator
{{- end }}

{{- define "chaperone.serviceAccount" -}}
{{- default (include "chaperone.operator" .) .Values.serviceAccount.name -}}
{{- end }}

{{- define "chaperone.image" -}}
{{- $tag := default .Chart.AppVersion .Values.image.tag -}}
{{- if hasPrefix "sha256:" $tag -}}{{ .Values.image.repository }}@{{ $tag }}{{- else -}}{{ .Values.image.repository }}:{{ $tag }}{{- end -}}
{{- end }}

{{- /* As sidecars and the API server name it; the operator's certificate has to be for it. */ -}}
{{- define "chaperone.host" -}}
{{ include "chaperone.operator" . }}.{{ .Release.Namespace }}.svc
{{- end }}

{{- /* An origin: the port of https is left away. */ -}}
{{- define "chaperone.brokerUrl" -}}
https://{{ include "chaperone.host" . }}{{ if ne (int .Values.broker.port) 443 }}:{{ .Values.broker.port }}{{ end }}
{{- end }}

{{- define "chaperone.selector" -}}
app.kubernetes.io/name: chaperone
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: operator
{{- end }}

{{- define "chaperone.labels" -}}
app.kubernetes.io/name: chaperone
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: chaperone
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- /* Secret in which the operator keeps its own authority, and the one from which its servers are given a certificate. */ -}}
{{- define "chaperone.caSecret" -}}
{{ include "chaperone.fullname" . }}-ca
{{- end }}

{{- define "chaperone.tlsSecret" -}}
{{- default (printf "%s-tls" (include "chaperone.fullname" .)) .Values.certificates.secretName -}}
{{- end }}

{{- /* Words of a file of files/ filled in; see the README in files/admission. */ -}}
{{- define "chaperone.filled" -}}
{{- $images := list -}}
{{- range (include "chaperone.injectedImages" .root | fromJsonArray) }}{{- $images = append $images (printf "'%s'" .) -}}{{- end -}}
{{- $host := include "chaperone.host" .root -}}
{{- .root.Files.Get .file
    | replace "@IMAGES@" (printf "[%s]" (join ", " $images))
    | replace "@UID@" (.root.Values.sidecar.uid | toString)
    | replace "@EXCHANGE_AUDIENCE@" .root.Values.sidecar.exchangeAudience
    | replace "@BROKER@" (include "chaperone.brokerUrl" .root)
    | replace "@BROKER_HOST@" $host
    | replace "@NAMESPACE@" .root.Release.Namespace
    | replace "@OPERATOR@" (printf "system:serviceaccount:%s:%s" .root.Release.Namespace (include "chaperone.serviceAccount" .root)) -}}
{{- end }}

{{- /* { cpu: 50m, memory: 96Mi } as cpu=50m,memory=96Mi */ -}}
{{- define "chaperone.quantities" -}}
{{- $pairs := list -}}
{{- range $name, $value := . }}{{- $pairs = append $pairs (printf "%s=%v" $name $value) -}}{{- end -}}
{{- join "," $pairs -}}
{{- end }}

{{- /* A text that names objects of this release as the files do, with their names in this release. */ -}}
{{- define "chaperone.ownNames" -}}
{{- $full := include "chaperone.fullname" .root -}}
{{- regexReplaceAll "\\bchaperone-(injector|approvals)\\b" .text (printf "%s-${1}" $full)
    | replace "chaperone-ca" (include "chaperone.caSecret" .root) -}}
{{- end }}
