declare const YUEYI_VERSION: string;
declare const YUEYI_BUILD: string;

/** yueyi's own version, written into the program when it is built. */
export function yueyiVersion(): string {
  return YUEYI_VERSION;
}

/** What tells this build of yueyi from every other: a hash of its sources, its schemas and its libraries' versions. */
export function yueyiBuild(): string {
  return YUEYI_BUILD;
}
