"""The release that pages, data and client are of: what a cache mixes up tells a reader to reload."""

# With each release, in macros/client/page/release.ts and as the version in docs/data/guide.yml as well.
RELEASE = "2.0.0"
