# Everything that a person or CI runs. A target's sentence is behind its ##; `make` prints them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
NODE := $(CURDIR)/node_modules/.bin/node --disable-warning=ExperimentalWarning
JEST := $(NODE) --experimental-vm-modules node_modules/jest/bin/jest.js

.PHONY: help deps system kubernetes build test unit lint borders types format format-check generate update-goldens drift demo bench bench-cluster soak fuzz conformance image cluster cluster-down cluster-demo test-cluster clean

help: ## Lists every target with a sentence.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

deps: ## Installs the npm packages of package-lock.json, the pinned Node among them, unless they are there.
	@node hack/deps.mjs

system: ## Installs PostgreSQL, psql, pgbench and PgBouncer from Debian, or prints the line to copy.
	@hack/system-packages

kubernetes: ## Puts etcd, kube-apiserver, kubectl and helm into a cache: downloaded, or compiled in minutes. PROGRAMS=all for more.
	@hack/cluster/binaries $(PROGRAMS)

build: deps ## Bundles the sidecar and the command line into dist/ and starts each once.
	@$(NODE) hack/build.ts

test: deps system ## Runs every check and every test but test-cluster; the last line says how many passed and failed. ARGS=--cluster: all.
	@$(NODE) hack/test.ts $(ARGS)

unit: deps ## Runs the tests beside the sources: no server, no system package.
	@$(JEST) --selectProjects crds core sidecar operator cli

lint: deps ## Runs the typed linter, then plants violations of the borders and sees that each is found.
	@$(NODE) node_modules/eslint/bin/eslint.js .
	@$(NODE) hack/check-borders.ts

borders: deps ## Plants import cycles and forbidden imports in a copy and sees that the linter finds each.
	@$(NODE) hack/check-borders.ts

types: deps ## Checks the types of every package.
	@$(NODE) node_modules/typescript/bin/tsc -b

format: deps ## Formats code, JSON and YAML in place.
	@$(NODE) node_modules/prettier/bin/prettier.cjs --write --log-level warn .

format-check: deps ## Says which files `make format` would change.
	@$(NODE) node_modules/prettier/bin/prettier.cjs --check --log-level warn .

generate: deps ## Writes what is generated: types and validators from the CRDs, docs/errors.md, docs/limits.md.
	@npm run --silent generate --workspace crds
	@$(NODE) hack/generate-docs.ts

update-goldens: deps ## Writes the injector's answers beside its questions; look at the difference.
	@$(NODE) hack/update-goldens.ts

drift: deps ## Says which generated files are not what `make generate` would write, and which links lead nowhere.
	@npm run --silent check-drift --workspace crds
	@$(NODE) hack/generate-docs.ts --check
	@$(NODE) hack/check-links.ts
	@$(NODE) hack/check-versions.ts

demo: deps build ## Shows it all in a minute: a real PostgreSQL, the sidecar, an agent. YES=1 approves by itself.
	@$(NODE) test/demo/main.ts $(if $(YES),--yes) $(ARGS)

bench: deps system build ## Measures pgbench side by side: direct, PgBouncer, a bare pipe, the sidecar; prints ratios.
	@$(NODE) test/bench/main.ts $(ARGS)

bench-cluster: deps system build ## Measures an installation: webhook, operator with 1,000 pods, how soon policies and approvals count.
	@hack/cluster/binaries
	@$(NODE) test/bench/cluster/main.ts $(ARGS)

soak: deps system build ## Kills the sidecar 100 times under load, then 100 connections for 10 minutes: nothing lost, no growth.
	@$(NODE) test/soak/main.ts $(ARGS)

fuzz: deps ## Mutated bytes to every decoder and to whole sessions in memory, a minute each; keeps what breaks one.
	@$(NODE) test/fuzz/main.ts $(ARGS)

conformance: deps system build ## Runs drivers' and PostgreSQL's own tests direct and through the sidecar, and compares.
	@$(NODE) test/conformance/main.ts $(ARGS)

image: deps build ## Writes the container image as an OCI archive, .cache/image/chaperone.tar, without a container engine.
	@hack/image/write --to .cache/image chaperone

cluster: deps build ## Brings up a real Kubernetes cluster of one node here (root), or looks at that of KUBECONFIG; prints the kubeconfig.
	@hack/cluster/up

cluster-down: ## Ends that cluster and removes all of it but the cached programs.
	@hack/cluster/down

cluster-demo: deps build cluster ## Shows it all in that cluster: helm install, three manifests, one annotation, an agent, an approval by kubectl.
	@$(NODE) test/cluster/demo.ts $(ARGS)

test-cluster: deps system build ## Runs the tests that need a kubelet, in that cluster; ends it if it was not up before.
	@$(NODE) hack/test.ts --only-cluster

clean: ## Removes what was built, cached and measured; keeps node_modules and recordings.
	@rm -rf dist .cache coverage
