using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Procedures;

/// <summary>
/// What a matter becomes at the end of its procedure: a legal act, an edition of the charter, a change of a unit, the repeal or the annulment of
/// another act, a budget. It is the same whether an answer has brought it there or a time has run out.
/// </summary>
internal static class Enactment
{
    /// <summary>What a matter becomes that changes the charter.</summary>
    public const string Amendment = ChangeWords.Amendment;

    public static void Write(Judgement j, int matter, string becomes, Procedure procedure, End end)
    {
        if (j.Book.Instrument(becomes) is { } kind)
        {
            var topic = j.View.TryValue(Relations.Topic, matter, out var word) ? j.Roll.WordOf(word) : null;
            var says = j.View.TryValue(Relations.SaysDay, matter, out var day) ? new Day((int)day) : (Day?)null;
            LegalActs.Make(j, matter, kind, Maker(j, matter, procedure, kind.IssuedBy), topic, says, Target(j, matter), issued: false);
            return;
        }

        if (string.Equals(becomes, Amendment, StringComparison.Ordinal))
        {
            if (EditionOf(j, matter) is not { } number)
                return;
            var product = Product.Of(j);
            product.Write(Relations.MadeBy, matter, j.State.Known + 1);
            product.Write(Relations.Sort, matter, j.Roll.Word(Amendment));
            product.Write(Relations.Maker, matter, Maker(j, matter, procedure, null));
            product.Write(Relations.InForce, matter, 1);
            EditionRecord.Begin(j, product, number);
            return;
        }

        if (Target(j, matter) is >= 0 and var target)
        {
            OfOther(j, matter, target, becomes, end);
            return;
        }

        if (string.Equals(becomes, ChangeWords.Budget, StringComparison.Ordinal))
            return;
        if (Meant(j, matter, becomes) is { } change)
            Changes.Make(j, change, new ChangeWay.ByEnd(procedure, end, matter));
    }

    /// <summary>A matter called Edition-2 enacts edition 2 of the charter, which lies ready as a proposal.</summary>
    public static int? EditionOf(Judgement j, int matter)
    {
        var name = j.Roll[matter].Name;
        const string Prefix = "Edition-";
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && j.Book.All.Edition(number) is { Edition.Provisions.Count: > 0 }
            ? number
            : null;
    }

    private static int Target(Judgement j, int matter) => j.View.TryValue(Relations.Target, matter, out var target) ? (int)target : -1;

    /// <summary>
    /// Who makes what a procedure ends in: the body before which it was that issues acts of the sort; else the body before which it was last;
    /// else whoever decided last.
    /// </summary>
    private static int Maker(Judgement j, int matter, Procedure procedure, Slot<Who>? issuedBy)
    {
        var last = -1;
        var now = j.View.TryValue(Relations.Stage, matter, out var value) ? j.Book.All.PlaceOf(value).Stage : null;
        foreach (var stage in procedure.Stages)
        {
            if (stage.Before is not { IsSaid: true } before)
                continue;
            foreach (var party in before.Said.Before.Parties)
            {
                if (party.Body is not { EachOf: null } body)
                    continue;
                var thing = j.Book.ThingOf(body);
                if (issuedBy is { IsSaid: true } && j.IsOneOf(thing, issuedBy.Said) == Truth.Yes)
                    return thing;
                if (stage == now || last < 0 || now is null)
                    last = thing;
            }
        }

        return last >= 0 ? last : j.Actor >= 0 ? j.Actor : j.View.TryValue(Relations.Maker, matter, out var maker) ? (int)maker : -1;
    }

    private static UnitChange? Meant(Judgement j, int matter, string becomes)
    {
        if (!ChangeWords.Changes.Contains(becomes))
            return null;
        var unit = j.View.TryValue(Relations.Concerns, matter, out var concerned) ? (int)concerned
            : j.Roll[matter].Kind == ThingKind.Unit ? matter : -1;
        if (unit >= 0)
            return new UnitChange(becomes, [unit]) { Task = becomes };
        return null;
    }

    /// <summary>The end of a matter that is directed against another act.</summary>
    private static void OfOther(Judgement j, int matter, int target, string becomes, End end)
    {
        switch (becomes)
        {
            case ChangeWords.Repeal:
                Repeals.Write(j, target, end.By);
                break;
        }
    }
}
