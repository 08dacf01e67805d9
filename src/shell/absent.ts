/** What to do on this laptop instead of programs that tutorials use and it does not have. */

const INSTEAD: Readonly<Record<string, string>> = {
  'docker podman nerdctl buildah':
    'There is no container engine here: Pods run any image that is named, and "minikube image ls" lists what the nodes have.',
  helm: 'Charts cannot be installed here: apply manifests with "kubectl apply -f FILE" or "kubectl apply -k FOLDER".',
  'kind k3d k3s microk8s kubeadm': 'The cluster here is minikube\'s: "minikube node add" gives it another node.',
  'kubelet etcd etcdctl kube-apiserver': 'The control plane is simulated: look at it through kubectl.',
  'systemctl service journalctl': 'It is on the nodes: try "minikube ssh", then "journalctl -u kubelet".',
  'crictl ctr': 'It is on the nodes: try "minikube ssh", then "sudo crictl ps".',
  'iptables iptables-save': 'It is on the nodes: try "minikube ssh", then "sudo iptables -t nat -L KUBE-SERVICES".',
  kustomize: 'kubectl has it built in: "kubectl kustomize FOLDER", "kubectl apply -k FOLDER".',
  kubectx: 'Try "kubectl config get-contexts" and "kubectl config use-context NAME".',
  kubens: 'Try "kubectl config set-context --current --namespace=NAME".',
  stern: 'Try "kubectl logs -f --prefix -l KEY=VALUE".',
  'k9s lens': 'The panels of this page show the cluster live.',
  'bzip2 bunzip2 bzcat xz unxz xzcat zstd zip unzip': 'Of compressions only gzip is supported here: gzip, gunzip, zcat, "tar -z".',
  git: 'There is no git here: write files with an editor, or fetch one with curl.',
  ssh: 'Try "minikube ssh" for a shell on a node.',
  'gcloud aws eksctl az doctl': 'There is no cloud here: the cluster is in this page.',
};

/** A sentence on what to do instead; undefined for what nobody would look for. */
export function insteadOf(name: string): string | undefined {
  return Object.entries(INSTEAD).find(([names]) => names.split(' ').includes(name))?.[1];
}
