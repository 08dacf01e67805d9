/** The terminal as a person uses it: type into it, read what it shows. */
import { expect, type Page } from '@playwright/test';

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
    await expect.poll(async () => (await this.screen()).split('\n').pop()?.trim(), { timeout: 30_000 }).toMatch(/\$$/);
  }

  /** Types a line and Enter, waits for the next prompt, and returns what came between (wrapped lines joined as shown). */
  async run(line: string): Promise<string> {
    await this.page.keyboard.type('clear\n');
    await this.prompt();
    await this.page.keyboard.type(`${line}\n`);
    await expect.poll(async () => (await this.screen()).includes(line.slice(0, 12)) || line === '').toBe(true);
    await this.page.waitForTimeout(50);
    await this.prompt();
    return this.screen();
  }
}
