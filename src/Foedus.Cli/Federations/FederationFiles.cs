using Foedus.Charter.Text;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Texts;
using Foedus.Secretariat.Opening;

namespace Foedus.Cli.Federations;

/// <summary>The files of federations, with the ledgers that the command can open.</summary>
internal static class FederationFiles
{
    public static FederationInput Read(string? given, bool acts = false) => new FederationLoader(LedgerFiles.Places).Read(given, acts);

    public static IReadOnlyList<string> Listed(string folder) => FederationLoader.Listed(folder);

    public static SourceText Text(string path) => FederationLoader.Text(path);

    public static string Reason(Exception failure) => FederationLoader.Reason(failure);
}
