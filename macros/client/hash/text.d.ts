/** A file whose text the bundle holds. */
declare module "*.txt" {
  const text: string;
  export default text;
}
