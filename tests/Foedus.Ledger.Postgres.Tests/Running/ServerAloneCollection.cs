namespace Foedus.Ledger.Postgres.Tests.Running;

/// <summary>Tests that make the server crash, and so run when no other test needs it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ServerAloneCollection
{
    public const string Name = "the server alone";
}
