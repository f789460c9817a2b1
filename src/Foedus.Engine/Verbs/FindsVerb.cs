using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>
/// Somebody finds something of an act or a person: a human judgement, recorded with its author and never made by the engine. It is made by
/// whom the clause names that asks for it; where that names nobody, by who uses the clause or hears it.
/// </summary>
internal sealed class FindsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var text = j.Act.Text ?? "";
        var uses = FindingUses.Of(j.Book, text);
        if (uses.Count == 0)
            j.Refuse(null, GroundKind.NoFindingAsked, text);
        else
            j.Try(uses, use => Find(j, use));
        var about = j.Act.Object >= 0 ? j.Act.Object : 0;
        var word = j.Roll.Word(text);
        j.Link(Relations.Finding, about, word, j.Actor);
        var finding = j.Roll.Add(ThingKind.Statement, Inquiry.FindingName(text), about);
        foreach (var doer in j.Act.By)
            j.Link(Relations.StatedBy, finding, doer);
        if (j.Act.Other >= 0)
            j.Link(Relations.FindingWith, finding, j.Act.Other, j.State.Known + 1);
    }

    private static void Find(Judgement j, FindingUse use)
    {
        if (use.Finding.By is { } by)
        {
            j.MayDo(new Who(false, [by]) { Words = by.Words }, use.By, GroundKind.FoundBy, GroundKind.NotFinder, use.Finding.Text, new object?[] { by.Words, j.ActorName }, use.Finding.Text);
            return;
        }

        var met = Truth.No;
        foreach (var users in use.Users)
            met = met.Or(j.Act.By.Aggregate(Truth.Yes, (all, doer) => all.And(j.ActsAsOneOf(doer, users))));
        if (use.Users.IsEmpty)
            met = TruthOf.From(j.Act.By.All(j.Parties.HasAPlace));
        var words = string.Join(" or ", use.Users.Select(u => u.Words).Distinct(StringComparer.Ordinal));
        if (met == Truth.No)
            j.Refuse(use.By, GroundKind.NotFinder, use.Finding.Text, new object?[] { words.Length > 0 ? words : "whom the charter gives a place", j.ActorName }, new Need(use.Finding.Text, words));
        else
            j.Note(met, use.By, GroundKind.FoundBy, use.Finding.Text, j.ActorName);
    }
}
