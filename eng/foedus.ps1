# What ./foedus does, for Windows: builds when the sources have changed, quietly, and starts what was built.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$out = Join-Path $root 'artifacts\foedus'
$app = Join-Path $out 'app'
$dll = Join-Path $app 'foedus.dll'
$stamp = Join-Path $out 'built'
$log = Join-Path $out 'build.log'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Stop-With([string] $sentence) {
    [Console]::Error.WriteLine($sentence)
    exit 1
}

function Test-Changed {
    if (-not ((Test-Path $stamp) -and (Test-Path $dll))) { return $true }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    $roots = 'src', 'Directory.Build.props', 'Directory.Packages.props', 'global.json' | ForEach-Object { Join-Path $root $_ }
    $newer = Get-ChildItem -Path $roots -Recurse |
        Where-Object { $_.FullName -notmatch '\\(bin|obj)(\\|$)' -and $_.Extension -ne '.md' -and $_.LastWriteTimeUtc -gt $built } |
        Select-Object -First 1
    return $null -ne $newer
}

function Invoke-Publish([string[]] $more) {
    $new = Join-Path $out 'new'
    if (Test-Path $new) { Remove-Item -Recurse -Force $new }
    $project = Join-Path $root 'src\Foedus.Cli\Foedus.Cli.csproj'
    & dotnet publish $project --artifacts-path (Join-Path $out 'work') -o $new -c Release -v quiet `
        -nodeReuse:false -p:RunAnalyzers=false -p:UseAppHost=false @more > $log
    return $LASTEXITCODE -eq 0
}

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    Stop-With "Foedus is built with the .NET 10 SDK, and no 'dotnet' command was found: install it from https://dot.net/download and try again."
}

if ($env:FOEDUS_NO_BUILD -eq '1') {
    if (-not (Test-Path $dll)) { Stop-With 'foedus: FOEDUS_NO_BUILD is set, and nothing has been built yet: run it once without.' }
}
elseif (Test-Changed) {
    if (-not (& dotnet --list-sdks | Select-String '^1[0-9]\.')) {
        Stop-With "Foedus is built with the .NET 10 SDK; the 'dotnet' command here has an older one or none: install version 10 from https://dot.net/download and try again."
    }
    New-Item -ItemType Directory -Force $out | Out-Null
    # A named lock of the system: released when its holder ends, however it ends.
    $mutex = New-Object System.Threading.Mutex($false, 'foedus-build-' + ($root -replace '[\\:/]', '_'))
    try { [void] $mutex.WaitOne() } catch [System.Threading.AbandonedMutexException] { }
    try {
        if (Test-Changed) {
            $begun = [DateTime]::UtcNow
            $runtime = if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64') { 'win-arm64' } else { 'win-x64' }
            $done = Invoke-Publish @('-r', $runtime, '--self-contained', 'false', '-p:PublishReadyToRun=true')
            if (-not $done -and (Select-String -Quiet -Path $log -Pattern 'error (NU|NETSDK)')) { $done = Invoke-Publish @() }
            if (-not $done) {
                [Console]::Error.WriteLine((Get-Content $log | Out-String))
                Stop-With 'foedus: the build failed.'
            }
            $old = Join-Path $out 'old'
            if (Test-Path $old) { Remove-Item -Recurse -Force $old }
            if (Test-Path $app) { Move-Item $app $old }
            Move-Item (Join-Path $out 'new') $app
            New-Item -ItemType File -Force $stamp | Out-Null
            (Get-Item $stamp).LastWriteTimeUtc = $begun
        }
    }
    finally { $mutex.ReleaseMutex() }
}

& dotnet $dll @args
exit $LASTEXITCODE
