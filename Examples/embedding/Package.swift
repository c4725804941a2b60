// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "workshop",
  dependencies: [.package(name: "anwen", path: "../..")],
  targets: [
    .executableTarget(
      name: "workshop", dependencies: [.product(name: "Anwen", package: "anwen")])
  ],
  swiftLanguageModes: [.v6]
)
