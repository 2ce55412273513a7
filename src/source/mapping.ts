/**
 * Empty mappings as both readers make them: with no member but the keys that were typed, so that `toString` or
 * `constructor` in a record is a field like any other and never a method.
 *
 * They are made by functions, not by `Object.create(null)`, which makes slow dictionaries: V8 learns how many fields
 * the mappings of a function get. Records have many, what stands in them has few.
 */
const NO_MEMBERS = Object.freeze(Object.create(null));
export const RecordMapping = mappings();
export const InnerMapping = mappings();

function mappings(): new () => Record<string, unknown> {
  const Mapping = function Mapping() {} as unknown as new () => Record<string, unknown>;
  Mapping.prototype = NO_MEMBERS;
  return Mapping;
}
