import * as z from 'zod/mini';

type Path = readonly (string | number)[];
type Json = Record<string, unknown>;

/** A key that the app reads, in one recorded answer: declared by the schema and present in the data. */
export interface Site {
  /** The object or array item that holds the key; changed in place and put back by the one who bites. */
  holder: Json;
  key: string;
  path: Path;
  /** `[].fields[].label`: the same for every item of a list. */
  place: string;
  schema: z.ZodMiniType;
  isOptional: boolean;
}

/** What is read of zod's own description of a schema (zod 4 core, `_zod.def`). */
interface Definition {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
  left?: z.ZodMiniType;
  right?: z.ZodMiniType;
  in?: z.ZodMiniType;
}

function definition(schema: z.ZodMiniType): Definition {
  return schema._zod.def as unknown as Definition;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `a[3].b`, as `ApiError.issues` writes it. */
export function pathText(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

function placeText(path: Path): string {
  return pathText(path).replace(/\[\d+\]/g, '[]');
}

function sitesOfObject(shape: Record<string, z.ZodMiniType>, data: Json, path: Path): Site[] {
  return Object.entries(shape).flatMap(([key, schema]) => {
    if (!Object.hasOwn(data, key)) return [];
    const here = [...path, key];
    const isOptional = definition(schema).type === 'optional';
    const site = { holder: data, key, path: here, place: placeText(here), schema, isOptional };
    return [site, ...sitesOf(schema, data[key], here)];
  });
}

/** Every key of `data` that `schema` declares, of unions those of the branches that accept the data. */
export function sitesOf(schema: z.ZodMiniType, data: unknown, path: Path = []): Site[] {
  const { shape, element, innerType, options, left, right, in: input } = definition(schema);
  if (shape) return isJson(data) ? sitesOfObject(shape, data, path) : [];
  if (element) {
    return Array.isArray(data)
      ? data.flatMap((item, index) => sitesOf(element, item, [...path, index]))
      : [];
  }
  if (options) {
    const accepting = options.filter((option) => z.safeParse(option, data).success);
    return accepting.flatMap((option) => sitesOf(option, data, path));
  }
  return [innerType, left, right, input]
    .filter((inner) => inner !== undefined)
    .flatMap((inner) => sitesOf(inner, data, path));
}
