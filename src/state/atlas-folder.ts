/** The address of the folder of the atlas, with its slash: that of the page, unless a page below `embed/` says where it lies. */
export const atlasFolder = (): string => new URL(document.documentElement.dataset.site ?? ".", document.baseURI).href;
