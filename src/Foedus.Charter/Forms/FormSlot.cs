using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>
/// A place of the table of forms in which two texts can differ: a clause, one of several ways to say it, a part of it, a choice of words.
/// </summary>
/// <param name="Id">Its name: <c>quorum test</c>, <c>abstention how=counts against</c>, <c>phrase party holder except</c>.</param>
/// <param name="File">The file of the table in which its row stands, without its ending.</param>
/// <param name="IsWords">Whether nothing is ruled by it.</param>
public sealed record FormSlot(string Id, string File, bool IsWords)
{
    /// <summary>All places of a table, in its order.</summary>
    public static ImmutableArray<FormSlot> Of(FormTable table) =>
        [.. table.Forms.SelectMany(Of), .. table.Phrases.SelectMany(p => p.Cases.SelectMany(c => Of(p, c, FileOf(p.Origin), words: false)))];

    /// <summary>The name of a clause as a whole, or of one of several ways to say it; null for a phrase that is said in one way only.</summary>
    /// <param name="owner">The form or phrase.</param>
    /// <param name="phraseCase">The way it is said; null for a form that takes no words.</param>
    public static string? IdOf(object owner, PhraseCase? phraseCase)
    {
        var cases = owner is Form form ? form.Cases : ((Phrase)owner).Cases;
        if (cases.Length > 1 && phraseCase is not null) return Head(owner) + " " + phraseCase.Name;
        return owner is Form ? Head(owner) : null;
    }

    /// <summary>The name of a part of a way to say something.</summary>
    public static string IdOf(object owner, PhraseCase phraseCase, string part) => (IdOf(owner, phraseCase) ?? Head(owner)) + " " + part;

    /// <summary>A choice of words, as in <c>how=counts against</c>.</summary>
    public static string Option(string name, string words) => name + "=" + words;

    private static IEnumerable<FormSlot> Of(Form form) =>
        form.Cases.IsEmpty ? [new FormSlot(form.Id, FileOf(form.Origin), form.IsWords)] : form.Cases.SelectMany(c => Of(form, c, FileOf(form.Origin), form.IsWords));

    private static IEnumerable<FormSlot> Of(object owner, PhraseCase phraseCase, string file, bool words)
    {
        words |= phraseCase.IsWords;
        if (IdOf(owner, phraseCase) is { } whole) yield return new FormSlot(whole, file, words);
        foreach (var (name, part) in Parts(phraseCase.Pattern).Distinct())
            yield return new FormSlot(IdOf(owner, phraseCase, part), file, words || phraseCase.WordSlots.Contains(name, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, string Part)> Parts(Pattern pattern) => pattern switch
    {
        FlagPattern flag => flag.Texts.Select(t => (flag.Name, Option(flag.Name, t))),
        NamedPattern named => [(named.Name, named.Name)],
        OptionalPattern optional => Parts(optional.Inner),
        ChoicePattern choice => choice.Options.SelectMany(Parts),
        SequencePattern sequence => sequence.Parts.SelectMany(Parts),
        _ => [],
    };

    private static string Head(object owner) => owner is Form form ? form.Id : "phrase " + ((Phrase)owner).Name;

    private static string FileOf(string origin)
    {
        var end = origin.IndexOf(".forms", StringComparison.Ordinal);
        return end < 0 ? origin : origin[..end];
    }
}
