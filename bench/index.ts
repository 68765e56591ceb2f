/**
 * `npm run bench -- peers […]`: the engine and its peers side by side.
 * `npm run bench -- longtasks […]`: how long the page's thread is busy at a stretch while a figure runs.
 * Each command says its own arguments with `--help`.
 */
export {};

const commands: Readonly<Record<string, () => Promise<{ readonly main: (args: readonly string[]) => Promise<void> }>>> =
  {
    longtasks: () => import('./longtasks.ts'),
    peers: () => import('./peers.ts'),
  };

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (command) {
  const { main } = await command();
  await main(args);
} else {
  console.error(`usage: npm run bench -- COMMAND […]; commands: ${Object.keys(commands).join(', ')}`);
  process.exitCode = 2;
}
