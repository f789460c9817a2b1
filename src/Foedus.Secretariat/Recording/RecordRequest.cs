using System.Collections.Immutable;
using Foedus.Ledger.Records;

namespace Foedus.Secretariat;

/// <summary>Acts that somebody asks to have recorded, all of them or none.</summary>
/// <param name="Acts">The acts as they are typed, each beginning with a day: <c>2024-05-04 Assembly elects Ada-Lloyd as Chair</c>.</param>
public sealed record RecordRequest(ImmutableArray<string> Acts)
{
    /// <summary>One act.</summary>
    public RecordRequest(string act)
        : this([act])
    {
    }

    /// <summary>A mark that this request alone has, so that it can be sent again when its answer was lost; null for none.</summary>
    public string? Key { get; init; }

    /// <summary>Who may see the acts; null: as the ledger says of their kinds.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>Whether what is refused or open is kept as an attempt.</summary>
    public bool Attempt { get; init; }

    /// <summary>What is attached: each is opened, read and closed once the acts are to be recorded, and not before.</summary>
    public ImmutableArray<Func<Stream>> Attachments { get; init; } = [];
}
