/** One workflow command as GitHub's runner reads it: the properties first, then the message, each unescaped. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as the runner of GitHub Actions does (its ActionCommand, version 2). */
export function readCommand(line: string): Command {
  const [, name = '', properties = '', message = ''] = /^::(\w+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === '') throw new Error(`no workflow command: ${line}`);
  const pairs = properties.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1), true)];
  });
  return { name, properties: Object.fromEntries(pairs), message: unescaped(message, false) };
}

function unescaped(text: string, property: boolean): string {
  const read = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (property ? read.replaceAll('%3A', ':').replaceAll('%2C', ',') : read).replaceAll('%25', '%');
}
