/** Something to choose from a menu. */
export interface Offered {
  readonly value: string;
  /** As the menu shows it; the value unless given. */
  readonly shown?: string;
  /** The names by which typing finds it, by a part or by pinyin; what it is shown as unless given. */
  readonly names?: readonly string[];
}

export interface MenuQuestion {
  readonly title: string;
  /** In order; Enter takes the first. */
  readonly offered: readonly Offered[];
  /** Says only what is asked next: it leaves no line on the screen. */
  readonly isPassing?: boolean;
}

export interface TextQuestion {
  readonly title: string;
  /** What Enter alone takes; nothing where it is empty. */
  readonly usual: string;
  /** Why a text cannot be taken, and what to write instead; null where it can. */
  readonly check: (text: string) => Promise<string | null>;
}

/** What a user can be asked at a terminal. @throws Left where the user leaves instead of answering */
export interface Questions {
  /** Asks to choose one from a menu that narrows while typing. @returns its value */
  choose(question: MenuQuestion): Promise<string>;
  /** Asks for a text. */
  type(question: TextQuestion): Promise<string>;
}
