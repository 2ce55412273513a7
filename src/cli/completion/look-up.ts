import { resolve } from 'node:path';
import { FolderReader } from '../../files/folder-reader.js';
import type { Reader } from '../../files/reader.js';
import { KINDS, type Kind, kindTitle } from '../../schema/kinds.js';
import { wordsFor } from '../../text/choice.js';
import { recordNames } from '../../workspace/record-names.js';
import type { COMPLETED } from '../commands/command.js';
import type { GlobalOptions, World } from '../context.js';
import { dataFolder } from '../open-ledger.js';
import { KIND_CHOICES } from '../parse-kind.js';
import { type Candidate, chosenFrom, isChinese } from './candidate.js';
import { isId } from './offered-word.js';

/** Looks up the candidates for a word in the ledger of the command line. @param typed the typed part of the word */
export async function lookUp(
  list: keyof typeof COMPLETED,
  typed: string,
  words: readonly string[],
  world: World,
): Promise<readonly Candidate[]> {
  switch (list) {
    case 'branches':
    case 'pairings':
    case 'programs':
      return [EACH[isChinese(typed) ? 1 : 0], ...(await names(await readerOf(words, world), [list]))];
    case 'records':
    case 'entries':
      return names(await readerOf(words, world), kindsMeant(words));
    case 'kinds':
      return chosenFrom(KIND_CHOICES, typed);
    case 'templates': {
      const { templateNames } = await import('../word-templates.js');
      return templateNames(await readerOf(words, world)).map((value) => ({ value, text: '' }));
    }
    case 'figures': {
      const { figureCandidates } = await import('./figure-candidates.js');
      return figureCandidates(await readerOf(words, world), typed);
    }
    case 'codes': {
      const { CATALOGUE } = await import('../../workspace/catalogue.js');
      return CATALOGUE.flatMap(({ problems }) =>
        problems.map(({ problem }) => ({ value: problem.code, text: problem.zh.title })),
      );
    }
    case 'fields': {
      const { fieldCandidates } = await import('./field-candidates.js');
      return fieldCandidates(words, typed);
    }
    case 'conditions': {
      const { conditionCandidates } = await import('./field-candidates.js');
      return conditionCandidates(words, typed, () => readerOf(words, world));
    }
    case 'revisions': {
      const { Repository } = await import('../../git/repository.js');
      const repository = Repository.of(resolve(world.workingDirectory), world.workingDirectory, world.env);
      return ['HEAD', ...repository.names()].map((value) => ({ value, text: '' }));
    }
    default:
      return [];
  }
}

/** The word for every record, each with a product of its own. */
const EACH = ['all', '全部'].map((value) => ({ value, text: '各出一份' })) as [Candidate, Candidate];

async function names(reader: Reader, kinds: readonly Kind[]): Promise<Candidate[]> {
  const several = kinds.length > 1;
  const named = (await recordNames(reader, kinds)).filter(({ id }) => isId(id));
  return named.map(({ kind, id, label }) => ({
    value: id,
    text: [several ? kindTitle(kind) : '', label === id ? '' : label].filter((part) => part !== '').join(' '),
  }));
}

/** The kinds to offer: `show --kind 活动` offers only activities. */
function kindsMeant(words: readonly string[]): readonly Kind[] {
  const word = optionValue(words, '--kind');
  const meant = KIND_CHOICES.filter((choice) => wordsFor(choice).includes(word ?? '')).map(({ name }) => name);
  return meant.length > 0 ? meant : KINDS;
}

async function readerOf(words: readonly string[], world: World): Promise<Reader> {
  const data = optionValue(words, '--data');
  const options = { ...(data === undefined ? {} : { data }) } as GlobalOptions;
  return new FolderReader(await dataFolder(world, options), world.workingDirectory);
}

/** The value of an option on the line. */
function optionValue(words: readonly string[], name: string): string | undefined {
  const assigned = words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const at = words.indexOf(name);
  return assigned ?? (at < 0 ? undefined : words[at + 1]);
}
