/** One cluster on a machine, so that names and addresses are fixed. */
export const NODE = 'node';
/** This machine's end of the cable to the node. */
export const HOST_LINK = 'chaperone0';
/** The node's end, inside its namespace. */
export const NODE_LINK = 'node0';
export const HOST_ADDRESS = '10.78.0.1';
export const NODE_ADDRESS = '10.78.0.2';
export const POD_RANGE = '10.79.0.0/16';
export const SERVICE_RANGE = '10.96.0.0/16';
/** The Service `kubernetes`: the first of the range. */
export const API_SERVICE = '10.96.0.1';
export const API_PORT = 6443;
/** Of every hierarchy: programs and pods are below it, and nothing else. */
export const CGROUP = 'chaperone-cluster';
