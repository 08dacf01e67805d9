/**
 * `<drydock-playground>`: a playground in a page of documentation. Until it is opened it costs this script and a poster; then it is a frame.
 * Attributes: lesson, scenario, run, nodes, panels, theme, lang, height, readonly, load ("click", "view"), src, sandbox, label.
 * This file is a script of its own (embed.js) without imports.
 */
(() => {
  const NAME = 'drydock-playground';
  if (customElements.get(NAME)) return;

  const script = document.currentScript as HTMLScriptElement | null;
  /** Where the playground is: beside this script. */
  const HOME = script ? new URL('./', script.src).href : new URL('./', location.href).href;
  const PASSED = ['lesson', 'scenario', 'run', 'nodes', 'panels', 'readonly'];

  const TEXTS = {
    en: { open: 'Start', about: 'A Kubernetes cluster in this page' },
    zh: { open: '开始', about: '就在这个页面里的 Kubernetes 集群' },
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; position: relative; height: 520px; margin: 1em 0; border: 1px solid #8884; border-radius: 8px; overflow: hidden; contain: content }
    :host([hidden]) { display: none }
    iframe { display: block; width: 100%; height: 100%; border: 0 }
    .poster { display: grid; place-content: center; justify-items: center; gap: 12px; height: 100%; padding: 16px; box-sizing: border-box;
      background: #f5f8fa; color: #14212b; font: 16px/1.5 system-ui, sans-serif; text-align: center }
    .poster.contrast { background: #000; color: #fff }
    .poster.dark { background: #121a22; color: #e4edf3 }
    button { min-height: 44px; padding: 0 24px; border: 0; border-radius: 8px; background: #0f6b7a; color: #fff; font: 600 16px system-ui, sans-serif; cursor: pointer }
    button:focus-visible { outline: 3px solid #0b5fff; outline-offset: 2px }
    code { display: block; max-width: 100%; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace; opacity: .8 }
  `);

  type Theme = 'light' | 'dark' | 'contrast';

  /** What the page around says: an attribute, its theme switch (data-theme, class dark), or the system. Who asks for more contrast gets it. */
  const themeOf = (element: Element): Theme => {
    const own = element.getAttribute('theme');
    if (own === 'light' || own === 'dark' || own === 'contrast') return own;
    if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
    for (const root of [document.documentElement, document.body]) {
      const said =
        root.dataset['theme'] ?? root.dataset['bsTheme'] ?? root.dataset['colorMode'] ?? (/\b(dark|light)\b/.exec(root.className) ?? [])[1];
      if (said === 'dark' || said === 'light') return said;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  };

  const langOf = (element: Element): 'en' | 'zh' => {
    const said = element.getAttribute('lang') ?? element.closest('[lang]')?.getAttribute('lang') ?? navigator.language;
    return said.startsWith('zh') ? 'zh' : 'en';
  };

  interface Message {
    readonly type: string;
    readonly [field: string]: unknown;
  }

  class Playground extends HTMLElement {
    static observedAttributes = ['theme', 'lang', 'height'];
    private readonly root = this.attachShadow({ mode: 'open' });
    private port: MessagePort | undefined;
    private waiting: Message[] = [];
    private readonly answers = new Map<number, (text: string) => void>();
    private count = 0;
    private watch: MutationObserver | undefined;
    private frame: HTMLIFrameElement | undefined;

    connectedCallback(): void {
      this.root.adoptedStyleSheets = [sheet];
      if (!this.frame) this.poster();
      this.watch = new MutationObserver(() => this.follow());
      const seen = { attributes: true, attributeFilter: ['data-theme', 'data-bs-theme', 'data-color-mode', 'class', 'lang'] };
      this.watch.observe(document.documentElement, seen);
      this.watch.observe(document.body, seen);
      this.attributeChangedCallback('height');
    }

    disconnectedCallback(): void {
      this.watch?.disconnect();
    }

    attributeChangedCallback(name: string): void {
      if (name === 'height') {
        const height = Number(this.getAttribute('height'));
        if (height > 0) this.style.height = `${height}px`;
      } else this.follow();
    }

    private poster(): void {
      const lang = langOf(this);
      const box = document.createElement('div');
      box.className = `poster ${themeOf(this)}`;
      const text = document.createElement('slot');
      text.textContent = this.getAttribute('label') ?? TEXTS[lang].about;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = TEXTS[lang].open;
      button.onclick = () => {
        this.open();
        this.frame?.focus({ preventScroll: true });
      };
      box.append(text);
      const run = this.getAttribute('run');
      if (run) box.append(Object.assign(document.createElement('code'), { textContent: `$ ${run}` }));
      box.append(button);
      this.root.replaceChildren(box);
      if (this.getAttribute('load') !== 'view') return;
      const observer = new IntersectionObserver(([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        this.open();
      });
      observer.observe(this);
    }

    /** Opens the playground, as a click on its button does. */
    open(): void {
      if (this.frame) return;
      const address = new URL(this.getAttribute('src') ?? HOME, location.href);
      for (const name of PASSED) {
        const value = this.getAttribute(name);
        if (value !== null) address.searchParams.set(name, value);
      }
      address.searchParams.set('embed', '1');
      address.searchParams.set('theme', themeOf(this));
      address.searchParams.set('lang', langOf(this));
      const frame = document.createElement('iframe');
      frame.title = this.getAttribute('label') ?? TEXTS[langOf(this)].about;
      frame.allow = 'clipboard-write; fullscreen';
      const sandbox = this.getAttribute('sandbox');
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox || 'allow-scripts');
      // A sandboxed frame without an origin of its own can be told only as "*"; nothing secret is said.
      const target = sandbox !== null && !sandbox.includes('allow-same-origin') ? '*' : address.origin;
      addEventListener('message', ({ data, source }) => {
        if (source === frame.contentWindow && source !== null && data?.drydock === 1 && data.type === 'hello') this.connect(frame, target);
      });
      frame.src = address.href;
      this.frame = frame;
      this.root.replaceChildren(frame);
    }

    private connect(frame: HTMLIFrameElement, target: string): void {
      const { port1, port2 } = new MessageChannel();
      this.port = port1;
      port1.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.type === 'state') this.answers.get(Number(data['id']))?.(String(data['text']));
        if (data.type === 'resize' && this.getAttribute('height') === 'auto') this.style.height = `${Number(data['height']) || 520}px`;
        this.dispatchEvent(new CustomEvent(`drydock-${data.type}`, { detail: data, bubbles: true }));
      };
      frame.contentWindow?.postMessage({ drydock: 1, type: 'connect' }, target, [port2]);
      for (const message of this.waiting.splice(0)) this.say(message);
    }

    private say(message: Message): void {
      if (this.port) this.port.postMessage({ drydock: 1, ...message });
      else this.waiting.push(message);
    }

    private follow(): void {
      if (!this.frame) {
        if (this.isConnected && this.root.firstChild) (this.root.firstChild as Element).className = `poster ${themeOf(this)}`;
        return;
      }
      this.say({ type: 'theme', theme: themeOf(this) });
      this.say({ type: 'lang', lang: langOf(this) });
    }

    /** Types commands into its terminal. Opens it first. */
    run(text: string): void {
      this.open();
      this.say({ type: 'run', text });
    }

    /** The lesson or scenario from its start. */
    reset(): void {
      this.say({ type: 'reset' });
    }

    /** The session as a text that `load` takes. */
    state(): Promise<string> {
      this.open();
      const id = ++this.count;
      return new Promise((resolve) => {
        this.answers.set(id, (text) => {
          this.answers.delete(id);
          resolve(text);
        });
        this.say({ type: 'state', id });
      });
    }

    load(text: string): void {
      this.open();
      this.say({ type: 'load', text });
    }
  }

  customElements.define(NAME, Playground);
})();
