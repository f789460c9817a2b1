@echo off
rem Runs the foedus command from its sources on Windows; the work is done by eng\foedus.ps1.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0eng\foedus.ps1" %*
exit /b %ERRORLEVEL%
