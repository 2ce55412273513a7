import { shownText } from '../../text/shown-text.js';
import type { World } from '../context.js';
import { type Candidate, chosenFrom, fitting, type Offer } from './candidate.js';
import { mayBeOffered } from './offered-word.js';
import { commandNames, type KnownOption, placeOf } from './words.js';

/**
 * `yueyi __complete -- words…`, run by the shell at each Tab: a line for each candidate, its description after a
 * tab; `:files` or `:folders` for the shell's own completion. `--next` before the dashes says that a new word begins,
 * for shells that cannot pass an empty one. It never fails: on any error it offers nothing.
 */
export async function complete(args: readonly string[], world: World): Promise<number> {
  try {
    const at = args.indexOf('--');
    const words = [...args.slice(at + 1), ...(args.slice(0, Math.max(at, 0)).includes('--next') ? [''] : [])];
    world.stdout.write(written(await offer(words.length > 0 ? words : [''], world), words.at(-1) ?? ''));
  } catch {
    // Whoever presses Tab wants no message in the middle of her line.
  }
  return 0;
}

async function offer(words: readonly string[], world: World): Promise<Offer> {
  const place = placeOf(words);
  const word = words.at(-1) ?? '';
  if (place.at === 'command') return commandNames(word);
  if (place.at === 'option') return optionNames(place.options, words);
  const { completes, lead } = place;
  const typed = word.slice(lead.length);
  if (completes === undefined) return [];
  if (typeof completes !== 'string') return led(chosenFrom(completes(), typed), lead);
  if (completes === 'commands') return commandNames(typed);
  if (completes === 'files' || completes === 'paths') return 'files';
  if (completes === 'folders' || completes === 'directories') return 'folders';
  const { lookUp } = await import('./look-up.js');
  return led(await lookUp(completes, typed, words, world), lead);
}

/** `--branch=骨科` is one word for the shell: the candidates begin with the option. */
function led(candidates: readonly Candidate[], lead: string): Candidate[] {
  return candidates.map((candidate) => ({ ...candidate, value: `${lead}${candidate.value}` }));
}

/** The options by their long names, without those already given. */
function optionNames(options: readonly KnownOption[], words: readonly string[]): Candidate[] {
  const given = words.slice(0, -1);
  return [...options, HELP].flatMap(({ names, text, many }) => {
    const [name] = names;
    return name === undefined || (!many && names.some((each) => given.includes(each))) ? [] : [{ value: name, text }];
  });
}

const HELP: KnownOption = { names: ['--help', '-h'], text: '显示帮助', takesValue: false, many: false };

function written(offer: Offer, typed: string): string {
  if (typeof offer === 'string') return `:${offer}\n`;
  return fitting(offer, typed)
    .filter(({ value }) => mayBeOffered(value))
    .map(({ value, text }) => `${value}\t${shownText(text)}\n`)
    .join('');
}
