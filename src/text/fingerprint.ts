/**
 * A whole number of 32 bits that is the same for the same text and seldom for another (FNV-1a over UTF-16 units): for telling
 * quickly which of many texts may be alike. That two are alike it does not prove. `before` is that of
 * what stands before the text.
 */
export function fingerprint(text: string, before = 0x811c9dc5): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
