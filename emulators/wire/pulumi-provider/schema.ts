/** The basic type of a property, as the SDK's declarations have it. */
export type PropertyType =
  | "string"
  | "number"
  | "boolean"
  | "any"
  | { readonly list: PropertyType }
  | { readonly map: PropertyType }
  | { readonly object: Readonly<Record<string, PropertySchema>> }
  | { readonly anyOf: readonly PropertyType[] };

export interface PropertySchema {
  readonly type: PropertyType;
  readonly required?: true;
  readonly secret?: true;
}

export type Properties = Readonly<Record<string, PropertySchema>>;

/** One resource type of a genuine provider; generated from the installed SDK. */
export interface ResourceSchema {
  readonly token: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** One function of a genuine provider; generated from the installed SDK. */
export interface InvokeSchema {
  readonly token: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** A genuine provider's own name, version and configuration; generated from the installed SDK. */
export interface ProviderSchema {
  readonly package: string;
  readonly version: string;
  readonly configuration: Properties;
}
