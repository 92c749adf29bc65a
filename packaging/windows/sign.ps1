# Signs files, or says that it did not: sign.ps1 FILE... The certificate (PKCS #12, base64) is in KARTOTEK_WINDOWS_CERTIFICATE,
# its password in KARTOTEK_WINDOWS_PASSWORD. Without them nothing is signed, and Windows warns whoever starts the program.
param([Parameter(ValueFromRemainingArguments = $true)][string[]]$Files)
$ErrorActionPreference = "Stop"
if (-not $env:KARTOTEK_WINDOWS_CERTIFICATE) {
    Write-Output "passed over: signing (no certificate)"
    return
}
$certificate = Join-Path ([IO.Path]::GetTempPath()) "kartotek-sign.pfx"
$tools = "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe"
$tool = Get-Item $tools | Sort-Object FullName | Select-Object -Last 1
try {
    [IO.File]::WriteAllBytes($certificate, [Convert]::FromBase64String($env:KARTOTEK_WINDOWS_CERTIFICATE))
    & $tool.FullName sign /q /fd SHA256 /f $certificate /p $env:KARTOTEK_WINDOWS_PASSWORD `
        /tr http://timestamp.digicert.com /td SHA256 $Files
    if ($LASTEXITCODE) { throw "signing failed" }
}
finally {
    Remove-Item -Force -ErrorAction SilentlyContinue $certificate
}
