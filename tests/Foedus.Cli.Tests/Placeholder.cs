namespace Foedus.Cli.Tests;
