using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Foedus.Ledger.Records;

/// <summary>What was erased.</summary>
public enum ErasedThing
{
    /// <summary>The sealed part of an entry.</summary>
    Entry,

    /// <summary>An attachment.</summary>
    Attachment,

    /// <summary>The personal data under an id.</summary>
    Person,
}

/// <summary>
/// A record that something was erased for good, and why: so that what is missing by law can be told from what was lost. It stands in the ledger as a
/// public record of kind <c>ledger.erasure</c>.
/// </summary>
/// <param name="Thing">What sort of thing.</param>
/// <param name="What">Which: the position of the entry, the hash of the attachment, the id of the person.</param>
/// <param name="Because">Why, in words that may be public for ever.</param>
public sealed record Erasure(ErasedThing Thing, string What, string Because)
{
    /// <summary>The kind of the record.</summary>
    public const string Kind = "ledger.erasure";

    /// <summary>The act that records it.</summary>
    public ActRecord ToAct(LocalDate day) => new(day, Kind, $"erased {Word(Thing)} {What}\nbecause {Because}");

    /// <summary>The position of the entry; null if it is no entry.</summary>
    public long? Position => Thing == ErasedThing.Entry && long.TryParse(What, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    /// <summary>Reads a record; false if it is none.</summary>
    public static bool TryRead(ActRecord act, [NotNullWhen(true)] out Erasure? erasure)
    {
        erasure = null;
        if (act.Kind != Kind || act.Text.Split('\n') is not [var what, var because] || !because.StartsWith("because ", StringComparison.Ordinal))
            return false;
        if (what.Split(' ') is not ["erased", var word, var which])
            return false;
        foreach (var thing in Enum.GetValues<ErasedThing>())
        {
            if (Word(thing) == word)
                erasure = new Erasure(thing, which, because["because ".Length..]);
        }

        return erasure is not null;
    }

    private static string Word(ErasedThing thing) => thing switch { ErasedThing.Entry => "entry", ErasedThing.Attachment => "attachment", _ => "person" };
}
