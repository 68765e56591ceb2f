// Types of `vitest/browser` under the provider in provider.ts: Vitest takes them from the packages of its own providers only.
declare module '@vitest/browser-playwright/context' {
  export { cdp, commands, page, server } from '@vitest/browser/context';
}

declare module 'vitest/internal/browser' {
  interface CDPSession {
    /** Sends a command of the Chrome DevTools protocol. */
    send(method: string, params?: object): Promise<unknown>;
  }
}
