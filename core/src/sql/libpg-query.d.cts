/** The Emscripten factory behind libpg-query's own wrapper; its instances can be replaced after a trap. */
declare module 'libpg-query/wasm/libpg-query.js' {
  interface PgQueryInstance {
    _malloc(size: number): number;
    _free(pointer: number): void;
    _wasm_parse_query_raw(text: number): number;
    _wasm_free_parse_result(result: number): void;
    getValue(pointer: number, type: 'i32'): number;
    UTF8ToString(pointer: number): string;
    stringToUTF8(text: string, pointer: number, size: number): void;
    lengthBytesUTF8(text: string): number;
  }
  const create: () => Promise<PgQueryInstance>;
  export = create;
}
