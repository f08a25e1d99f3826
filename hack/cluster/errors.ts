/** What keeps the cluster from coming up or going down, in a sentence to a person. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
}
