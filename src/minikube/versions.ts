/** What the simulated minikube says of itself. */
export const MINIKUBE = 'v1.38.1';
export const KUBERNETES = 'v1.36.2';
export const CONTAINERD = '2.2.1';
export const BASE_IMAGE = 'v0.0.50';
