{{- /*
Images of sidecars, the one that is injected first. An upgrade finds those before it on the Deployment that it replaces: pods that run
since then stay believed, and pods that an operator of before injects while the upgrade rolls out are let in. Where helm cannot look
(helm template), sidecar.previousImages says them.
*/ -}}
{{- define "chaperone.rememberedImages" -}}
{{- $live := lookup "apps/v1" "Deployment" .Release.Namespace (include "chaperone.operator" .) | default dict -}}
{{- $noted := dig "metadata" "annotations" "chaperone.dev/sidecar-images" "" $live -}}
{{- ternary list (splitList "," $noted) (eq $noted "") | toJson -}}
{{- end }}

{{- /* Those that may be in a new pod: this one, those that values name, and the one that was injected until now. */ -}}
{{- define "chaperone.injectedImages" -}}
{{- $remembered := include "chaperone.rememberedImages" . | fromJsonArray -}}
{{- concat (list (include "chaperone.image" .)) .Values.sidecar.previousImages (ternary (list (first $remembered)) list (gt (len $remembered) 0)) | uniq | toJson -}}
{{- end }}

{{- /* Those that a running pod may have: as many as eight. */ -}}
{{- define "chaperone.believedImages" -}}
{{- $all := concat (list (include "chaperone.image" .)) .Values.sidecar.previousImages (include "chaperone.rememberedImages" . | fromJsonArray) | uniq -}}
{{- slice $all 0 (min (len $all) (add 8 (len .Values.sidecar.previousImages)) | int) | toJson -}}
{{- end }}
