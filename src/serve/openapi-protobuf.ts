/** The OpenAPI v2 document as protobuf, the only form in which kubectl takes it (messages of gnostic's openapi.v2, as far as ours goes). */
import protobuf from 'protobufjs';

type Json = Readonly<Record<string, unknown>>;

/** As clients ask for it, and (no @ may be in a media type) as it is called in the answer. */
export const OPENAPI_ACCEPT = 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf';
export const OPENAPI_TYPE = 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

const MESSAGES = `syntax = "proto3";
message Document { string swagger = 1; Info info = 2; Paths paths = 8; Definitions definitions = 9; }
message Info { string title = 1; string version = 2; }
message Any { string yaml = 2; }
message NamedAny { string name = 1; Any value = 2; }
message Paths { repeated NamedPathItem path = 2; }
message NamedPathItem { string name = 1; PathItem value = 2; }
message PathItem { Operation get = 2; Operation put = 3; Operation post = 4; Operation delete = 5; Operation patch = 8; }
message Operation { repeated ParametersItem parameters = 8; Responses responses = 9; repeated NamedAny extensions = 13; }
message ParametersItem { Parameter parameter = 1; }
message Parameter { Body body = 1; NonBody nonBody = 2; }
message Body { string name = 2; string in = 3; bool required = 4; Schema schema = 5; }
message NonBody { Query query = 3; }
message Query { string in = 2; string name = 4; string type = 6; bool uniqueItems = 20; }
message Responses { repeated NamedResponse code = 1; }
message NamedResponse { string name = 1; ResponseValue value = 2; }
message ResponseValue { Response response = 1; }
message Response { string description = 1; SchemaItem schema = 2; }
message SchemaItem { Schema schema = 1; }
message Definitions { repeated NamedSchema named = 1; }
message NamedSchema { string name = 1; Schema value = 2; }
message Schema {
  string ref = 1; string format = 2; string description = 4; repeated string required = 19; repeated Any enum = 20;
  Additional additional = 21; Types type = 22; Items items = 23; Definitions properties = 25; repeated NamedAny extensions = 31;
}
message Additional { Schema schema = 1; }
message Types { repeated string value = 1; }
message Items { repeated Schema schema = 1; }
`;

let documentType: protobuf.Type | undefined;

/** The bytes of a document as `openapi.ts` makes it. */
export function encodeOpenApi(document: Json): Uint8Array {
  documentType ??= protobuf.parse(MESSAGES).root.lookupType('Document');
  const { swagger, info, paths, definitions } = document;
  return documentType
    .encode({ swagger, info, paths: { path: named(paths, pathItem) }, definitions: { named: named(definitions, schema) } })
    .finish();
}

function named(map: unknown, of: (value: Json) => unknown): unknown[] {
  return Object.entries(map as Record<string, Json>).map(([name, value]) => ({ name, value: of(value) }));
}

function pathItem(item: Json): Json {
  return Object.fromEntries(Object.entries(item).map(([method, value]) => [method, operation(value as Json)]));
}

function operation({ parameters, responses, ...more }: Json): Json {
  return {
    parameters: (parameters as Json[]).map((one) => ({
      parameter: one['in'] === 'body' ? { body: { ...one, schema: schema(one['schema'] as Json) } } : { nonBody: { query: one } },
    })),
    responses: {
      code: named(responses, (response) => ({ response: { ...response, schema: { schema: schema(response['schema'] as Json) } } })),
    },
    extensions: extensions(more),
  };
}

function schema(value: Json): Json {
  const { $ref, format, description, required, type, items, additionalProperties, properties } = value;
  return {
    format,
    description,
    required,
    ...($ref !== undefined && { ref: $ref }),
    ...(type !== undefined && { type: { value: [type] } }),
    ...(Array.isArray(value['enum']) && { enum: value['enum'].map(any) }),
    ...(items !== undefined && { items: { schema: [schema(items as Json)] } }),
    ...(additionalProperties !== undefined && { additional: { schema: schema(additionalProperties as Json) } }),
    ...(properties !== undefined && { properties: { named: named(properties, schema) } }),
    extensions: extensions(value),
  };
}

function extensions(value: Json): unknown[] {
  const own = Object.entries(value).filter(([name]) => name.startsWith('x-'));
  return own.map(([name, one]) => ({ name, value: any(one) }));
}

/** JSON is YAML. */
function any(value: unknown): Json {
  return { yaml: `${JSON.stringify(value)}\n` };
}
