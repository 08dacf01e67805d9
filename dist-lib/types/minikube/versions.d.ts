/** What the simulated minikube says of itself. */
export declare const MINIKUBE = "v1.38.1";
export declare const KUBERNETES = "v1.36.2";
export declare const CONTAINERD = "2.2.1";
export declare const BASE_IMAGE = "v0.0.50";
