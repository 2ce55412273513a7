declare const YUEYI_VERSION: string;

/** yueyi's own version, which the build inserts. */
export function yueyiVersion(): string {
  return YUEYI_VERSION;
}
