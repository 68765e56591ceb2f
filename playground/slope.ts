// The autoloader, `slope.js`: fetches an element's code when its tag comes near the window, on anybody's page.
//
//   <script type="module" src="https://…/slope.js"></script>
//   <slope-gradient-descent preset="slide" lang="fr"></slope-gradient-descent>

const definitions = import.meta.glob('./elements/*/define.ts');
/** Every element that there is. */
export const tags: readonly string[] = Object.keys(definitions).map((path) => path.split('/')[2] ?? '');
const defineOf = (tag: string): (() => Promise<unknown>) | undefined => definitions[`./elements/${tag}/define.ts`];

/** So far ahead of the window that an element is usually there before it is seen. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) load(target);
  },
  { rootMargin: '100%' },
);

function load(element: Element): void {
  near.unobserve(element);
  void defineOf(element.localName)?.();
}

/** Loads what stands in a tree, each when it comes near; `loading="eager"` does not wait. For shadow roots, which nobody can watch from outside. */
export function discover(root: ParentNode): void {
  for (const element of root.querySelectorAll(':not(:defined)')) {
    if (!defineOf(element.localName)) continue;
    if (element.getAttribute('loading') === 'eager') load(element);
    else near.observe(element);
  }
}

discover(document);
new MutationObserver(() => discover(document)).observe(document.documentElement, { childList: true, subtree: true });

// A figure in a frame (embed.html) says how high it is.
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'slope-height') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = data.height;
  }
});
