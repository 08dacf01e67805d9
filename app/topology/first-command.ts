/** What an empty cluster suggests. */
export const FIRST_COMMAND = 'kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1';
