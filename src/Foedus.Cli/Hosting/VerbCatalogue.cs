using Foedus.Cli.Verbs;

namespace Foedus.Cli.Hosting;

/// <summary>The verbs, in the order in which people meet them. A verb is made only when it is asked for.</summary>
internal static class VerbCatalogue
{
    private static readonly (string Name, Func<Verb> Make)[] Verbs =
    [
        ("check", () => new CheckVerb()),
        ("run", () => new RunVerb()),
        ("explain", () => new ExplainVerb()),
        ("show", () => new ShowVerb()),
        ("seats", () => new SeatsVerb()),
        ("divide", () => new DivideVerb()),
        ("tally", () => new TallyVerb()),
        ("power", () => new PowerVerb()),
        ("silences", () => new SilencesVerb()),
        ("read", () => new ReadVerb()),
        ("test", () => new TestVerb()),
        ("fmt", () => new FmtVerb()),
        ("new", () => new NewVerb()),
        ("import", () => new ImportVerb()),
        ("act", () => new ActVerb()),
        ("verify", () => new VerifyVerb()),
        ("export", () => new ExportVerb()),
        ("backup", () => new BackupVerb()),
        ("restore", () => new RestoreVerb()),
        ("follow", () => new FollowVerb()),
        ("migrate", () => new MigrateVerb()),
        ("key", () => new KeyVerb()),
        ("person", () => new PersonVerb()),
        ("erase", () => new EraseVerb()),
    ];

    public static IEnumerable<string> Names => Verbs.Select(v => v.Name);

    /// <summary>The verb of a name; null if there is none.</summary>
    public static Verb? Find(string name)
    {
        foreach (var (known, make) in Verbs)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
                return make();
        }

        return null;
    }
}
