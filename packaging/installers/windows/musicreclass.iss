; The installer for Windows, read by Inno Setup 6; build.ps1 says the version.
; It was written on Linux by the book and has never been compiled.
#ifndef Version
  #error Version is to be given: /DVersion=1.2.3
#endif
#define Root "..\..\.."

[Setup]
AppId=io.github.musicreclass
AppName=musicreclass
AppVersion={#Version}
AppPublisher=The musicreclass maintainers
DefaultDirName={autopf}\musicreclass
DefaultGroupName=musicreclass
DisableProgramGroupPage=yes
; For one person without asking an administrator; whoever is one may install it for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\installers\musicreclass.ico
UninstallDisplayIcon={app}\musicreclass-gui.exe
OutputDir={#Root}\dist
OutputBaseFilename=musicreclass-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "{#Root}\build\frozen\musicreclass\*"; DestDir: "{app}"; \
  Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\musicreclass"; Filename: "{app}\musicreclass-gui.exe"

[Run]
Filename: "{app}\musicreclass-gui.exe"; Description: "musicreclass"; \
  Flags: nowait postinstall skipifsilent
