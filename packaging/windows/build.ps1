# Builds the program with icon, manifest and version in it: build.ps1 [-With dist]. Needs Rust for MSVC and the Windows
# SDK (rc.exe). Leaves kartotek.exe and kartotek-window.exe, which is the same without a console, in packaging\out\windows.
param([string]$With = "dist")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

$version = (Select-String -Path Cargo.toml -Pattern '^version = "(.*)"').Matches[0].Groups[1].Value
$numbers = ($version -split "[.+-]")[0..2] -join ","
$out = New-Item -ItemType Directory -Force packaging\out\windows

$kits = "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\rc.exe"
$rc = Get-Item $kits | Sort-Object FullName | Select-Object -Last 1
Push-Location packaging\windows
# In a file: how quotes reach a program depends on the version of PowerShell.
"#define VERSION_TEXT `"$version`"`n#define VERSION_NUMBERS $numbers,0" | Out-File -Encoding ascii "$out\version.h"
& $rc.FullName /nologo /i "$out" /fo "$out\kartotek.res" kartotek.rc
if ($LASTEXITCODE) { throw "rc.exe failed" }
Pop-Location

# No path of this computer stays in the program, and it needs no library that would have to be installed with it.
$registry = if ($env:CARGO_HOME) { $env:CARGO_HOME } else { "$env:USERPROFILE\.cargo" }
$flags = "-Ctarget-feature=+crt-static", "--remap-path-prefix=$PWD=/kartotek", "--remap-path-prefix=$registry=/cargo"
$env:CARGO_ENCODED_RUSTFLAGS = $flags -join [char]0x1f
cargo rustc --locked --profile $With --bin kartotek --target x86_64-pc-windows-msvc -- `
    -C "link-arg=$out\kartotek.res" -C link-arg=/Brepro
if ($LASTEXITCODE) { throw "the program could not be built" }

$target = if ($env:CARGO_TARGET_DIR) { $env:CARGO_TARGET_DIR } else { "target" }
$folder = if ($With -eq "dev") { "debug" } else { $With }
Copy-Item "$target\x86_64-pc-windows-msvc\$folder\kartotek.exe" "$out\kartotek.exe"
Copy-Item "$out\kartotek.exe" "$out\kartotek-window.exe"
# One field of the file says whether Windows opens a console for it: byte 92 of the optional header's place.
$bytes = [IO.File]::ReadAllBytes("$out\kartotek-window.exe")
$header = [BitConverter]::ToInt32($bytes, 0x3c)
if ($bytes[$header] -ne 0x50 -or $bytes[$header + 0x5c] -ne 3) { throw "this is no program with a console" }
$bytes[$header + 0x5c] = 2
[IO.File]::WriteAllBytes("$out\kartotek-window.exe", $bytes)
