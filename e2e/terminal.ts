/** The terminal as a person uses it: type into it, read what it shows. */
import { expect, type Page } from '@playwright/test';

/** Milliseconds between looks: a prompt is back within one or two. */
const SOON = [50];

export class TerminalPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the playground and waits for a prompt. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`./${query}`);
    await this.prompt();
  }

  /** What the terminal in front shows now, without trailing blanks. */
  async screen(): Promise<string> {
    const rows = await this.page.locator('.terminal-screen:not([hidden]) .xterm-rows > div').allTextContents();
    return rows
      .map((row) => row.replace(/\u00a0/g, ' ').trimEnd())
      .join('\n')
      .trimEnd();
  }

  /** Waits until the last line is a prompt with nothing typed. */
  async prompt(): Promise<void> {
    const last = async () => (await this.lastLine()).trim();
    await expect.poll(last, { timeout: 30_000, intervals: SOON }).toMatch(/\$$/);
  }

  /**
   * Enters a line, waits for the next prompt, and returns what came between (wrapped lines joined as shown). The line comes at once, as from
   * a phone's keyboard: key by key it takes most of a test's time. `enter` types.
   */
  async run(line: string): Promise<string> {
    await this.put('clear');
    await this.prompt();
    for (const part of line.split('\n')) await this.put(part);
    await expect.poll(async () => (await this.screen()).includes(line.slice(0, 12)) || line === '', { intervals: SOON }).toBe(true);
    await this.page.waitForTimeout(50);
    await this.prompt();
    return this.screen();
  }

  private async put(line: string): Promise<void> {
    await this.page.keyboard.insertText(line);
    await this.page.keyboard.press('Enter');
  }

  /** Types a line and Enter, and waits for nothing. */
  async enter(line: string): Promise<void> {
    await this.page.keyboard.type(line);
    await this.page.keyboard.press('Enter');
  }

  async focus(): Promise<void> {
    await this.page.locator('.terminal-screen:not([hidden]) textarea').focus();
  }

  /** The last line that shows something. */
  async lastLine(): Promise<string> {
    return (await this.screen()).split('\n').pop() ?? '';
  }

  /** Where a text stands on the page, `by` pixels right of its start; `last`: the last of several. */
  async placeOf(text: string, by = 4, last = false): Promise<{ x: number; y: number }> {
    const rows = this.page.locator('.terminal-screen:not([hidden]) .xterm-rows > div').filter({ hasText: text.trim() });
    const row = last ? rows.last() : rows.first();
    const box = await row.evaluate((element, wanted) => {
      const at = (element.textContent ?? '').replace(/\u00a0/g, ' ').indexOf(wanted);
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (at < seen + length) {
          range.setStart(node, Math.max(0, at - seen));
          range.setEnd(node, Math.max(0, at - seen) + 1);
          break;
        }
        seen += length;
      }
      const { left, top, height } = range.getBoundingClientRect();
      return { left, top, height };
    }, text.trim());
    return { x: box.left + by, y: box.top + box.height / 2 };
  }

  /** The lines of the editor that can be seen, without the blanks that it draws as such. */
  async editorText(): Promise<string> {
    const lines = await this.page.locator('[data-testid="monaco"] .view-line').allTextContents();
    return lines.map((line) => line.replace(/\u00a0/g, ' ')).join('\n');
  }
}
