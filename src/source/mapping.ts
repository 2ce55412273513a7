/**
 * Empty mappings as both readers make them: without inherited members, so that `toString` or `constructor` in a record is
 * a field like any other.
 *
 * Constructors instead of `Object.create(null)`, which makes slow dictionaries: V8 learns per constructor how many fields
 * its objects get. Records have many, the mappings inside them few.
 */
const NO_MEMBERS = Object.freeze(Object.create(null));
export const RecordMapping = mappings();
export const InnerMapping = mappings();

function mappings(): new () => Record<string, unknown> {
  // A function, because a class would bring a prototype of its own; TypeScript knows no other constructor.
  const Mapping = function Mapping() {} as unknown as new () => Record<string, unknown>;
  Mapping.prototype = NO_MEMBERS;
  return Mapping;
}
