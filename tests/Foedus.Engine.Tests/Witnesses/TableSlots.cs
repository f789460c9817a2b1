using Foedus.Charter.Forms;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>
/// The places of the table of forms in which two texts can differ: every clause, every way to say one, every part of it, every choice of words.
/// They are taken from the table itself, so a new row has places that nobody has witnessed yet.
/// </summary>
internal static class TableSlots
{
    private static readonly Dictionary<string, Slot> ById = Read(FormTable.Default).ToDictionary(s => s.Id, StringComparer.Ordinal);

    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyCollection<Slot> All => ById.Values;

    /// <summary>Whether there is one of a name.</summary>
    public static bool Has(string id) => ById.ContainsKey(id);

    /// <summary>The name of a clause as a whole, or of one of several ways to say it; of a phrase that is said in one way only, none.</summary>
    public static string? Of(object owner, PhraseCase? phraseCase)
    {
        var cases = owner is Form form ? form.Cases : ((Phrase)owner).Cases;
        if (cases.Length > 1 && phraseCase is not null)
            return Head(owner) + " " + phraseCase.Name;
        return owner is Form ? Head(owner) : null;
    }

    /// <summary>The name of a part of a way to say something.</summary>
    public static string Of(object owner, PhraseCase phraseCase, string part) => (Of(owner, phraseCase) ?? Head(owner)) + " " + part;

    private static string Head(object owner) => owner is Form form ? form.Id : "phrase " + ((Phrase)owner).Name;

    private static IEnumerable<Slot> Read(FormTable table)
    {
        foreach (var form in table.Forms)
        {
            if (form.Cases.IsEmpty)
                yield return new Slot(Head(form), FileOf(form.Origin), form.IsWords);
            foreach (var slot in form.Cases.SelectMany(c => Read(form, c, FileOf(form.Origin), form.IsWords)))
                yield return slot;
        }

        foreach (var phrase in table.Phrases)
        {
            foreach (var slot in phrase.Cases.SelectMany(c => Read(phrase, c, FileOf(phrase.Origin), words: false)))
                yield return slot;
        }
    }

    private static IEnumerable<Slot> Read(object owner, PhraseCase phraseCase, string file, bool words)
    {
        words |= phraseCase.IsWords;
        if (Of(owner, phraseCase) is { } whole)
            yield return new Slot(whole, file, words);
        foreach (var part in Parts(phraseCase.Pattern).Distinct())
            yield return new Slot(Of(owner, phraseCase, part.Text), file, words || phraseCase.WordSlots.Contains(part.Name, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, string Text)> Parts(Pattern pattern) => pattern switch
    {
        FlagPattern flag => flag.Options.Select(o => (flag.Name, Option(flag.Name, Words(o)))),
        NamedPattern named => [(named.Name, named.Name)],
        OptionalPattern optional => Parts(optional.Inner),
        ChoicePattern choice => choice.Options.SelectMany(Parts),
        SequencePattern sequence => sequence.Parts.SelectMany(Parts),
        _ => [],
    };

    /// <summary>A choice of words, as in <c>how=counts against</c>.</summary>
    public static string Option(string name, string words) => name + "=" + words;

    // As a clause has them: a space before every word but a comma.
    private static string Words(IEnumerable<string> option) => string.Join(' ', option).Replace(" ,", ",", StringComparison.Ordinal);

    private static string FileOf(string origin) => origin.Split(".forms", StringSplitOptions.None)[0];
}

/// <summary>A place in the table.</summary>
/// <param name="Id">Its name: <c>quorum test</c>, <c>abstention how=counts against</c>, <c>phrase party holder except</c>.</param>
/// <param name="File">The file of the table in which its row stands.</param>
/// <param name="IsWords">Whether the table says that nothing is ruled by it.</param>
internal sealed record Slot(string Id, string File, bool IsWords);
