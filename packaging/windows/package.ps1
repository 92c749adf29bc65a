# Makes the installer (MSI, WiX 3) and the portable archive of what build.ps1 left: package.ps1. Needs Python 3 for the
# licences; without WiX only the archive is made.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$version = (Select-String -Path Cargo.toml -Pattern '^version = "(.*)"').Matches[0].Groups[1].Value
$out = Resolve-Path packaging\out\windows
$files = New-Item -ItemType Directory -Force "$out\files"

& packaging\windows\sign.ps1 "$out\kartotek.exe" "$out\kartotek-window.exe"
Copy-Item "$out\kartotek.exe", "$out\kartotek-window.exe", packaging\windows\daily-round.ps1, assets\icon\kartotek.ico $files
Copy-Item LICENSE-MIT "$files\LICENSE-MIT.txt"
Copy-Item LICENSE-APACHE "$files\LICENSE-APACHE.txt"
Copy-Item assets\fonts\Inter-LICENSE.txt "$files\INTER-LICENSE.txt"
Copy-Item assets\fonts\Lucide-LICENSE.txt "$files\LUCIDE-LICENSE.txt"
$env:PYTHONUTF8 = "1"
[Console]::OutputEncoding = [Text.Encoding]::UTF8
python packaging\licences x86_64-pc-windows-msvc | Out-File -Encoding utf8 "$files\THIRD-PARTY-LICENCES.txt"
if ($LASTEXITCODE) { throw "the licences could not be listed" }

$zip = "$out\kartotek-$version-windows-x86_64.zip"
Compress-Archive -Force -Path "$files\*" -DestinationPath $zip
Write-Output $zip

if (-not $env:WIX) {
    Write-Output "passed over: the installer (no WiX 3)"
    return
}
$msi = "$out\kartotek-$version-x86_64.msi"
& "$env:WIX\bin\candle.exe" -nologo -arch x64 "-dVersion=$version" "-dFiles=$files" `
    -out "$out\kartotek.wixobj" packaging\windows\kartotek.wxs
if ($LASTEXITCODE) { throw "candle failed" }
# ICE91 warns of what is wanted here: files in a folder of one user's, in an installer for one user.
& "$env:WIX\bin\light.exe" -nologo -sice:ICE91 -out $msi "$out\kartotek.wixobj"
if ($LASTEXITCODE) { throw "light failed" }
& packaging\windows\sign.ps1 $msi
Write-Output $msi
