# Builds the installer for Windows: the frozen folder, packed by Inno Setup 6.
# It was written on Linux by the book and has never run. Python 3.11 to 3.13 and Inno Setup are needed:
#   powershell -ExecutionPolicy Bypass -File packaging\installers\windows\build.ps1
$ErrorActionPreference = "Stop"
$root = Resolve-Path (Join-Path $PSScriptRoot "..\..\..")
Push-Location $root
try {
    & python packaging\bootstrap.py freeze
    if ($LASTEXITCODE -ne 0) { throw "freezing failed with status $LASTEXITCODE" }

    $line = Select-String -Path musicreclass\__init__.py -Pattern '__version__ = "([^"]+)"'
    $version = $line.Matches[0].Groups[1].Value
    $compiler = (Get-Command iscc.exe -ErrorAction SilentlyContinue).Source
    if (-not $compiler) { $compiler = Join-Path ${env:ProgramFiles(x86)} "Inno Setup 6\ISCC.exe" }
    if (-not (Test-Path $compiler)) { throw "Inno Setup 6 is not installed" }
    & $compiler "/DVersion=$version" packaging\installers\windows\musicreclass.iss
    if ($LASTEXITCODE -ne 0) { throw "Inno Setup failed with status $LASTEXITCODE" }
}
finally {
    Pop-Location
}
