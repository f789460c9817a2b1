using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Procedures;

/// <summary>
/// Articles that a charter protects: an amendment that touches one is not made unless the condition holds that the charter sets for it. Which
/// articles an amendment touches is what its introduction says, or what a proposed edition of that name changes.
/// </summary>
internal static class Entrenchment
{
    /// <summary>Weighs the protections against a matter that is about to become an act of a kind.</summary>
    public static void Weigh(Judgement j, int matter, string becomes)
    {
        var protections = j.Book.Edition.Protections;
        if (protections.Count == 0 || !string.Equals(becomes, Enactment.Amendment, StringComparison.Ordinal))
            return;
        var named = new List<string>();
        foreach (var link in j.View.Objects(Relations.Amends, matter))
            named.Add(j.Roll.WordOf(link.Thing));
        var proposed = Enactment.EditionOf(j, matter) is { } number ? j.Book.All.Edition(number)!.Edition : null;
        foreach (var protection in protections)
        {
            if (named.Exists(label => Touches(label, protection.Article)) || (proposed is not null && Differs(j.Book.Edition, proposed, protection.Article)))
                Weigh(j, matter, protection);
            else if (named.Count == 0 && proposed is null)
                j.Inform(Truth.Yes, protection.By, GroundKind.ArticlesUnsaid, j.Roll.NameOf(matter), new object?[] { protection.Article, Unless(protection) });
        }
    }

    private static void Weigh(Judgement j, int matter, Protection protection)
    {
        var met = protection.Unless is { } unless ? j.Holds(unless, matter) : Truth.No;
        if (met == Truth.Yes)
            j.Cite(protection.By, GroundKind.Condition, protection.Unless!.Words);
        else
            j.Note(met, protection.By, GroundKind.Protected, protection.Article, Unless(protection), protection.Unless is { } needed ? new Need(needed.Words) : null);
    }

    private static string Unless(Protection protection) => protection.Unless is { } unless ? " unless " + unless.Words : "";

    /// <summary>An article touches another if it is the same, a part of it, or the whole of which it is a part.</summary>
    private static bool Touches(string label, string article) => IsWithin(label, article) || IsWithin(article, label);

    private static bool IsWithin(string part, string whole) =>
        part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] is '(' or '.');

    /// <summary>Articles that an edition leaves alone are the same clauses in both.</summary>
    private static bool Differs(CharterEdition now, CharterEdition proposed, string article) =>
        !Clauses(now, article).SequenceEqual(Clauses(proposed, article), ReferenceEqualityComparer.Instance);

    private static IEnumerable<object> Clauses(CharterEdition edition, string article) =>
        edition.Provisions.Where(p => p.Hand == Hand.Charter && IsWithin(p.Article, article)).Select(p => (object)p.Clause);
}
