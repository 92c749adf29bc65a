# Has Windows do the daily round of Kartotek (kartotek run) for this user: daily-round.ps1 -On, or -Off.
#
# -Vault names the card file where it does not lie in the usual place. The card file is opened with the key that this
# computer remembers: kartotek remember on
param([switch]$On, [switch]$Off, [string]$Vault, [string]$At = "12:00")
$ErrorActionPreference = "Stop"
$name = "Kartotek daily round"

if ($On -eq $Off) { throw "Say -On or -Off." }
if ($Off) {
    Unregister-ScheduledTask -TaskName $name -Confirm:$false
    return
}
$arguments = "run"
if ($Vault) { $arguments = "--vault `"$Vault`" run" }
# The program without a console: nothing flashes up on the screen.
$program = Join-Path $PSScriptRoot "kartotek-window.exe"
$action = New-ScheduledTaskAction -Execute $program -Argument $arguments
$trigger = New-ScheduledTaskTrigger -Daily -At $At -RandomDelay (New-TimeSpan -Minutes 30)
# A computer that was off at that time catches up. While the window has the card file open, the round cannot open it.
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries `
    -RestartCount 3 -RestartInterval (New-TimeSpan -Hours 1) -ExecutionTimeLimit (New-TimeSpan -Hours 2)
Register-ScheduledTask -TaskName $name -Action $action -Trigger $trigger -Settings $settings -Force | Out-Null
