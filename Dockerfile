# The image of operator, sidecar and command line, for whoever has a container engine: docker build -t chaperone .
# hack/image/write makes the same one without an engine; the files come from there, test/image compares the rest.
# Nothing in it is written at run time: it runs with a read-only root and without any capability.

# The Node of package.json, so that the code cache made here fits. Name it by its digest where tags are not to be trusted:
# docker build --build-arg NODE=node@sha256:…
ARG NODE=node:24.21.0-bookworm
FROM ${NODE} AS build
WORKDIR /src
COPY . .
RUN make build
RUN hack/image/write --to /out chaperone && hack/image/unpack /out/chaperone.tar /image

FROM scratch
COPY --from=build /image/ /
ENV PATH=/usr/local/bin:/bin
WORKDIR /
USER 7077:7077
LABEL org.opencontainers.image.title=chaperone \
      org.opencontainers.image.version=0.1.0 \
      org.opencontainers.image.licenses=Apache-2.0
ENTRYPOINT ["/usr/local/bin/chaperone"]
