using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>Members or holders of an office are elected or appointed, by whom the charter says and no more than it says.</summary>
internal sealed class ElectsVerb : IVerb
{
    /// <summary>The word by which an act names a substitute: "appoints Ann as substitute of Board".</summary>
    private const string SubstituteWord = "substitute";

    public void Judge(Judgement j)
    {
        var post = j.Act.Verb == Verb.ElectsNumber ? j.Act.Object : j.Act.Other;
        if (j.Roll[post] is { Name: SubstituteWord, Of: >= 0 and var of } && j.BodyOf(of) is { } standIn)
        {
            Substitution.Of(j, standIn);
            return;
        }

        if (j.BodyOf(post) is { } body)
        {
            if (j.Act.Verb == Verb.ElectsNumber)
                Number(j, body);
            else
                Election.Of(j, ElectiveLine.Of(j, body), j.Act.Object, body.Name);
        }
        else if (j.OfficeOf(post) is { } office)
        {
            Election.Of(j, [ElectiveLine.Of(post, office)], j.Act.Object, office.ToString());
        }
        else
        {
            j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(post));
        }
    }

    /// <summary>So many members, whom nobody names, within the places that are free.</summary>
    private static void Number(Judgement j, BodyAt body)
    {
        if (j.Act.Count < 1)
        {
            j.Refuse(body.Body.By, GroundKind.ElectsNobody, j.Act.Count, body.Name, new Need("at least 1"));
            return;
        }

        var lines = ElectiveLine.Of(j, body).Where(l => l.Chosen is not null).ToList();
        if (lines.Count == 0)
        {
            j.NoProvision("choose " + body.Name);
            return;
        }

        var mine = new List<(ElectiveLine Line, int Unit)>();
        var open = Truth.Yes;
        foreach (var line in lines)
        {
            if (!j.Ask(line.Chosen!, out var choosing))
                return;
            var met = Choosers.Of(j, line, choosing.By, out var unit);
            if (met == Truth.No)
                continue;
            open = open.And(met);
            mine.Add((line, unit));
            j.Note(met, line.Chosen!.By, GroundKind.Elects, line.Name, choosing.By.Words);
        }

        if (mine.Count == 0)
        {
            var first = lines[0].Chosen!;
            var words = first.Fillers.IsEmpty ? "" : first.Fillers[0].By.Words;
            j.Refuse(first.By, GroundKind.NotElects, body.Name, new object?[] { words, j.ActorName }, new Need("an election by " + words, words));
            return;
        }

        var post = mine[0].Line.Post;
        if (mine.Exists(m => m.Line.Post != post))
        {
            j.Refuse(body.Body.By, GroundKind.WhichChamber, body.Name, string.Join(" or ", mine.Select(m => m.Line.Name).Distinct()));
            return;
        }

        if (!ComingMandates.MayBegin(j, mine[0].Line.By))
            return;
        var from = ComingMandates.DayOf(j);
        Fits(j, ComingMandates.At(j, from), body, mine);
        var (number, of) = mine.Count == 1 ? (mine[0].Line.Number, mine[0].Unit) : (Mandate.NoLine, -1);
        var mandate = new Mandate(post, -1, of, number, MandateBy.Election, j.Act.Count, from, from);
        var chosen = mine[0].Line.Chosen!;
        if (!j.Ask(chosen, out var way) || !ElectionVote.Chooses(j, post, way, chosen.By, mandate))
            return;
        foreach (var (line, unit) in mine)
            Reserves.Untold(j, line, unit);
        LastingRoom.Ask(j, mine, mandate);
        MandateWriter.Begin(j, mandate);
        foreach (var (line, unit) in mine)
            MandateWriter.Mark(j, post, line.Number, unit, from);
    }

    private static void Fits(Judgement j, Inquiry at, BodyAt body, List<(ElectiveLine Line, int Unit)> lines)
    {
        var (places, taken) = (SeatRange.None, 0);
        foreach (var (line, unit) in lines)
        {
            places += line.Places(at, unit);
            taken += line.Taken(at, unit) + Election.Withheld(j, at, line, unit);
        }

        var by = lines[0].Line.By;
        if (places.Most is { } most && taken + j.Act.Count > most)
        {
            if (taken > 0 && j.Mandates.TermOf(lines[0].Line.Post) is { IsSaid: false } term && !j.Ask(term, out _))
                return;
            j.Refuse(by, GroundKind.SeatsLeft, body.Name, new object?[] { Ratio.Max(Ratio.Zero, most - taken), most, j.Act.Count }, new Need("at most " + (most - taken) + " in " + body.Name));
        }
        else if (places.Most is null && places.Least == Ratio.Zero && !lines[0].Line.Group!.Formula.IsSaid)
        {
            j.Note(Truth.Open, by, GroundKind.SeatsOpen, "it", body.Name, new Need("the seats of " + body.Name));
        }
        else
        {
            j.Cite(by, GroundKind.NumberOf, body.Name, places);
        }
    }
}
