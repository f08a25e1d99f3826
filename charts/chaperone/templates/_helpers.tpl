{{- define "chaperone.image" -}}
{{- $tag := default .Chart.AppVersion .Values.image.tag -}}
{{- if hasPrefix "sha256:" $tag -}}{{ .Values.image.repository }}@{{ $tag }}{{- else -}}{{ .Values.image.repository }}:{{ $tag }}{{- end -}}
{{- end }}

{{- define "chaperone.brokerHost" -}}
chaperone-broker.{{ .Release.Namespace }}.svc
{{- end }}

{{- define "chaperone.labels" -}}
app.kubernetes.io/name: chaperone
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- /* A file of files/admission with its words filled in; see the README there. */ -}}
{{- define "chaperone.filled" -}}
{{- $images := list (printf "'%s'" (include "chaperone.image" .root)) -}}
{{- range .root.Values.sidecar.previousImages }}{{- $images = append $images (printf "'%s'" .) -}}{{- end -}}
{{- $host := include "chaperone.brokerHost" .root -}}
{{- .root.Files.Get .file
    | replace "@IMAGES@" (printf "[%s]" (join ", " $images))
    | replace "@UID@" (.root.Values.sidecar.uid | toString)
    | replace "@BROKER@" (printf "https://%s:%v" $host .root.Values.broker.port)
    | replace "@BROKER_HOST@" $host
    | replace "@OPERATOR@" (printf "system:serviceaccount:%s:chaperone-operator" .root.Release.Namespace) -}}
{{- end }}
