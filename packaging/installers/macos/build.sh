#!/bin/sh
# Builds the disk image for macOS: the frozen .app, signed, in a .dmg.
# It was written on Linux by the book and has never run. Python 3.11 to 3.13 and the command line tools
# of Xcode are needed. Without MUSICRECLASS_SIGN, the name of a Developer ID certificate, the app is
# signed for this computer alone, and other Macs ask before they start it.
set -eu
cd "$(dirname "$0")/../../.."

python3 packaging/bootstrap.py freeze

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' musicreclass/__init__.py)
app=build/frozen/musicreclass.app
codesign --force --deep --options runtime --timestamp=none \
    --entitlements packaging/installers/macos/entitlements.plist \
    --sign "${MUSICRECLASS_SIGN:--}" "$app"
codesign --verify --deep --strict "$app"

staging=build/dmg
rm -rf "$staging"
mkdir -p "$staging" dist
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
hdiutil create -volname "musicreclass $version" -srcfolder "$staging" -ov -format UDZO \
    "dist/musicreclass-$version.dmg"
rm -rf "$staging"
