/** The image of nginx. */
import { lazy } from '../../kernel/lazy.ts';
import type { Family } from './family.ts';

export const VERSION = '1.29.3';
const WELCOME = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
<style>
html { color-scheme: light dark; }
body { width: 35em; margin: 0 auto;
font-family: Tahoma, Verdana, Arial, sans-serif; }
</style>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>

<p>For online documentation and support please refer to
<a href="http://nginx.org/">nginx.org</a>.<br/>
Commercial support is available at
<a href="http://nginx.com/">nginx.com</a>.</p>

<p><em>Thank you for using nginx.</em></p>
</body>
</html>
`;

const ERROR_PAGE = `<!DOCTYPE html>
<html>
<head>
<title>Error</title>
<style>
html { color-scheme: light dark; }
body { width: 35em; margin: 0 auto;
font-family: Tahoma, Verdana, Arial, sans-serif; }
</style>
</head>
<body>
<h1>An error occurred.</h1>
<p>Sorry, the page you are looking for is currently unavailable.<br/>
Please try again later.</p>
</body>
</html>
`;

const DEFAULT_CONF = `server {
    listen       80;
    listen  [::]:80;
    server_name  localhost;

    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }

    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
`;

const NGINX_CONF = `user  nginx;
worker_processes  auto;

error_log  /var/log/nginx/error.log notice;
pid        /run/nginx.pid;

events {
    worker_connections  1024;
}

http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;

    access_log  /var/log/nginx/access.log;

    sendfile        on;
    keepalive_timeout  65;

    include /etc/nginx/conf.d/*.conf;
}
`;

export const nginxFamily: Family = {
  images: [
    {
      names: ['docker.io/library/nginx', 'docker.io/nginxinc/nginx-unprivileged', 'registry.k8s.io/nginx'],
      tags: {
        pattern:
          '(?:latest|stable|mainline|alpine|(?:stable|mainline)-alpine|perl|1(?:\\.(?:[7-9](?:\\.\\d{1,2})?|1[0-9](?:\\.\\d+)?|2[0-9](?:\\.\\d+)?))?)(?:-(?:alpine|slim|perl|otel|bookworm|trixie|alpine-slim))*',
      },
      version: VERSION,
      releases:
        '1.7.12 1.8.1 1.9.15 1.10.3 1.11.13 1.12.2 1.13.12 1.14.2 1.15.12 1.16.1 1.17.10 1.18.0 1.19.10 1.20.2 1.21.6 1.22.1 1.23.4 1.24.0 1.25.5 1.26.3 1.27.5 1.28.0',
      size: 72_324_501,
      usage: { memory: 8 },
      entrypoint: ['/docker-entrypoint.sh'],
      cmd: ['nginx', '-g', 'daemon off;'],
      env: { NGINX_VERSION: '{version}', PKG_RELEASE: '1~bookworm' },
      ports: [80],
      stopSignal: 'SIGQUIT',
      base: 'debian',
      programs: ['busybox', 'bash', 'curl', 'nginx'],
      files: {
        '/usr/share/nginx/html/index.html': WELCOME,
        '/usr/share/nginx/html/50x.html': ERROR_PAGE,
        '/etc/nginx/nginx.conf': NGINX_CONF,
        '/etc/nginx/conf.d/default.conf': DEFAULT_CONF,
        '/etc/nginx/mime.types':
          'types {\n    text/html html htm;\n    text/css css;\n    application/javascript js;\n    application/json json;\n}\n',
        '/docker-entrypoint.d/': '',
        '/docker-entrypoint.sh': '',
        '/var/log/nginx/': '',
        '/var/cache/nginx/': '',
      },
    },
    {
      // The small nginx of the StatefulSet tutorial: it says nothing and has no tools beyond a shell's.
      names: ['registry.k8s.io/nginx-slim', 'k8s.gcr.io/nginx-slim', 'gcr.io/google_containers/nginx-slim'],
      tags: { pattern: '0\\.\\d+' },
      version: '0.27',
      size: 40_127_836,
      usage: { memory: 4 },
      cmd: ['nginx', '-g', 'daemon off;'],
      ports: [80],
      stopSignal: 'SIGQUIT',
      base: 'debian',
      programs: ['busybox', 'bash', 'curl', 'nginx'],
      files: {
        '/usr/share/nginx/html/index.html': WELCOME,
        '/usr/share/nginx/html/50x.html': ERROR_PAGE,
        '/var/cache/nginx/': '',
        '/etc/nginx/nginx.conf': NGINX_CONF,
        '/etc/nginx/conf.d/default.conf': DEFAULT_CONF,
        '/var/log/nginx/': '',
      },
    },
    {
      // The nginx of the docs' Service tutorial: its configuration and certificate come by volumes.
      names: ['docker.io/bprashanth/nginxhttps', 'docker.io/ymqytw/nginxhttps'],
      tags: { pattern: '1\\.\\d+(?:\\.\\d+)?' },
      version: '1.9.11',
      size: 61_300_000,
      usage: { memory: 4 },
      cmd: ['nginx', '-g', 'daemon off;'],
      ports: [80, 443],
      base: 'debian',
      programs: ['busybox', 'bash', 'nginx'],
      files: {
        '/usr/share/nginx/html/index.html': WELCOME,
        '/etc/nginx/nginx.conf': NGINX_CONF,
        '/etc/nginx/conf.d/': '',
        '/var/log/nginx/': '',
        '/var/cache/nginx/': '',
      },
    },
  ],
  programs: ['nginx', '/docker-entrypoint.sh'],
  servers: ['nginx'],
  code: lazy(() => import('./nginx-programs.ts')),
};
