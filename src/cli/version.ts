declare const YUEYI_VERSION: string;

/** yueyi's own version, written into the program when it is built. */
export function yueyiVersion(): string {
  return YUEYI_VERSION;
}
