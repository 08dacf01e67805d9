/** Where the API server is for the laptop. */
export const MINIKUBE_SERVER = 'https://127.0.0.1:8443';

/** What `minikube start` writes to ~/.kube/config: one cluster, one user, one context. */
export const DEFAULT_KUBECONFIG = `apiVersion: v1
clusters:
- cluster:
    certificate-authority: /home/learner/.minikube/ca.crt
    server: ${MINIKUBE_SERVER}
  name: minikube
contexts:
- context:
    cluster: minikube
    namespace: default
    user: minikube
  name: minikube
current-context: minikube
kind: Config
users:
- name: minikube
  user:
    client-certificate: /home/learner/.minikube/profiles/minikube/client.crt
    client-key: /home/learner/.minikube/profiles/minikube/client.key
`;
