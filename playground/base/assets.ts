// Where the playground's files lie: datasets are fetched from the folder that the scripts came from, not from the host page's.

let base: URL | undefined;

/** Another place for the datasets, for a page that serves them elsewhere; call it before the first element is used. */
export function setBasePath(path: string | URL): void {
  base = new URL(path, document.baseURI);
}

/** The site's root. Built scripts lie in `assets/`, one folder below it; the development server keeps each at its source's path. */
export function basePath(): URL {
  const script = import.meta.url;
  return base ?? new URL(import.meta.env.DEV ? '/' : '../', script);
}
