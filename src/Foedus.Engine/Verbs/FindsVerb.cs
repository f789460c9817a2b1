using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>
/// Somebody finds something of an act or a person: a human judgement, recorded with its author and never made by the engine. It is made by
/// whom the clause names that asks for it; where that names nobody, by who acts on the clause or hears what it is about: which of them is a place.
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
        var with = j.Act.Other >= 0 ? j.Act.Other : Roll.Federation;
        j.Link(Relations.FindingWith, finding, with, j.State.Known + 1);
        if (with != Roll.Federation && uses.Count > 0 && !j.IsMatter(with) && uses.All(u => u.Finding.With is null))
            j.Refuse(uses[0].By, GroundKind.FoundWithUnasked, text, j.Roll.NameOf(with));
    }

    private static void Find(Judgement j, FindingUse use)
    {
        if (use.Finding.By is { } by)
        {
            j.MayDo(new Who(false, [by]) { Words = by.Words }, use.By, GroundKind.FoundBy, GroundKind.NotFinder, use.Finding.Text, new object?[] { by.Words, j.ActorName }, use.Finding.Text);
            return;
        }

        if (Makers(j, use) is not var (met, makers))
            return;
        var words = string.Join(" or ", makers.Select(u => u.Words).Distinct(StringComparer.Ordinal));
        if (met == Truth.No)
            j.Refuse(use.By, GroundKind.NotFinder, use.Finding.Text, new object?[] { words.Length > 0 ? words : "whom the charter gives a place", j.ActorName }, new Need(use.Finding.Text, words));
        else
            j.Note(met, use.By, GroundKind.FoundBy, use.Finding.Text, j.ActorName);
    }

    /// <summary>
    /// Whether the doers are those who make the finding, and who they are; of which sort they have to be is asked only where it makes a
    /// difference. Null, with the place noted, where it is open.
    /// </summary>
    private static (Truth Met, ImmutableArray<Who> Makers)? Makers(Judgement j, FindingUse use)
    {
        var act = OneOf(j, use.Users);
        if (use.MadeBy is not { } slot)
            return use.Users.IsEmpty && use.Hearers.IsEmpty ? (HaveAPlace(j), []) : (act.Or(OneOf(j, use.Hearers)), use.Users.AddRange(use.Hearers));
        var hear = use.Hearers.IsEmpty ? act : OneOf(j, use.Hearers);
        var made = slot.Fillers.Select(Met).Distinct().ToList();
        if (!slot.IsSaid && made.Count == 1)
            return (made[0], slot.Fillers.Contains(Finder.Anybody) ? [] : use.Users.AddRange(use.Hearers));
        if (!j.Ask(slot, out var finder))
            return null;
        return (Met(finder), finder == Finder.Anybody ? [] : finder == Finder.WhoHears && !use.Hearers.IsEmpty ? use.Hearers : use.Users);

        Truth Met(Finder finder) => finder switch
        {
            Finder.WhoActs => act,
            Finder.WhoHears => hear,
            _ => HaveAPlace(j),
        };
    }

    private static Truth HaveAPlace(Judgement j) => TruthOf.From(j.Act.By.All(j.Parties.HasAPlace));

    private static Truth OneOf(Judgement j, ImmutableArray<Who> who)
    {
        var met = Truth.No;
        foreach (var one in who)
            met = met.Or(j.Act.By.Aggregate(Truth.Yes, (all, doer) => all.And(j.ActsAsOneOf(doer, one))));
        return met;
    }
}
