using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;
using EffectKind = Foedus.Charter.Model.EffectKind;

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
            product.Write(Relations.MadeBy, matter, 1);
            product.Write(Relations.Sort, matter, j.Roll.Word(Amendment));
            product.Write(Relations.Maker, matter, Maker(j, matter, procedure, null));
            product.Write(Relations.InForce, matter, 1);
            EditionRecord.Begin(j, product, number);
            return;
        }

        if (becomes is ChangeWords.Repeal or ChangeWords.Annulment || (becomes is ChangeWords.Suspension && Target(j, matter) >= 0))
        {
            if (Target(j, matter) is >= 0 and var target)
                OfOther(j, matter, target, becomes, procedure, end);
            else
                j.Refuse(end.By, GroundKind.NoTarget, j.Roll.NameOf(matter), becomes, new Need("against what " + j.Roll.NameOf(matter) + " is directed"));
            return;
        }

        if (string.Equals(becomes, ChangeWords.Budget, StringComparison.Ordinal))
        {
            Budgets.BudgetAccount.FixedByEnd(j, matter);
            return;
        }

        if (ChangeWords.Changes.Contains(becomes) && MatterChange.Of(j, matter, becomes, end.By) is { } change)
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
    /// else whoever decided last. Of several at one stage, any of which may decide, it is the one that did.
    /// </summary>
    public static int Maker(Judgement j, int matter, Procedure procedure, Slot<Who>? issuedBy)
    {
        var last = -1;
        var now = j.View.TryValue(Relations.Stage, matter, out var value) ? j.Book.InPlaceOf(value).Stage : null;
        foreach (var stage in procedure.Stages)
        {
            foreach (var thing in Deciders(j, matter, stage, stage == now))
            {
                if (issuedBy is { IsSaid: true } && j.IsOneOf(thing, issuedBy.Said) == Truth.Yes)
                    return thing;
                if (stage == now || last < 0 || now is null)
                    last = thing;
            }
        }

        return last >= 0 ? last : j.Actor >= 0 ? j.Actor : j.View.TryValue(Relations.Maker, matter, out var maker) ? (int)maker : -1;
    }

    /// <summary>The bodies before which a stage is; of those of which any one decides, those that have, if one has.</summary>
    private static List<int> Deciders(Judgement j, int matter, Stage stage, bool isNow)
    {
        var bodies = new List<int>();
        if (stage.Before is not { IsSaid: true, Said.Before: var before })
            return bodies;
        foreach (var party in before.Parties)
        {
            if (party.Body is { EachOf: null } body)
                bodies.Add(j.Book.ThingOf(body));
        }

        if (before.Jointly || before.Parties.Length < 2)
            return bodies;
        var decided = isNow ? bodies.FindAll(j.Answered.Contains) : bodies.FindAll(b => j.View.Look(Relations.Answer, matter, b).Holds);
        return decided.Count > 0 ? decided : bodies;
    }

    /// <summary>The end of a matter that is directed against another act: its repeal, or the effect of the remedy that the procedure is.</summary>
    private static void OfOther(Judgement j, int matter, int target, string becomes, Procedure procedure, End end)
    {
        if (string.Equals(becomes, ChangeWords.Repeal, StringComparison.Ordinal))
        {
            var kind = j.View.TryValue(Relations.Sort, target, out var sort) ? j.Book.Instrument(j.Roll.WordOf(sort)) : null;
            var maker = Maker(j, matter, procedure, kind?.IssuedBy);
            if (!j.View.TryValue(Relations.Maker, target, out var made))
                j.Refuse(end.By, GroundKind.UnknownThing, j.Roll.NameOf(target));
            else if (Repeals.IsOrSucceeds(j, maker, (int)made) != Truth.Yes && !Repeals.IsInItsName(j, maker, (int)made, kind?.IssuedBy))
                j.Refuse(end.By, GroundKind.NotItsMaker, j.Roll.NameOf(target), new object?[] { j.Roll.NameOf((int)made), j.Roll.NameOf(maker) });
            var product = Product.Of(j);
            product.Write(Relations.MadeBy, matter, j.State.Known + 1);
            product.Write(Relations.Sort, matter, j.Roll.Word(becomes));
            product.Write(Relations.Maker, matter, maker);
            product.Write(Relations.InForce, matter, 1);
            Repeals.Write(j, target, end.By, product);
            return;
        }

        var remedies = new List<Remedy>();
        foreach (var remedy in j.Book.Remedies)
        {
            if (remedy.Procedures.Exists(p => p.Procedure == procedure) && Attack.LiesAgainst(j, remedy, target))
                remedies.Add(remedy);
        }

        if (remedies.Count == 0)
            j.Refuse(end.By, GroundKind.NoRemedyByProcedure, procedure.Name, j.Roll.NameOf(target));
        foreach (var remedy in remedies)
            Granted(j, remedy, becomes, target);
    }

    private static void Granted(Judgement j, Remedy remedy, string becomes, int target)
    {
        if (remedy.Effect is not { } slot || !j.Ask(slot, out var effect))
            return;
        var suspends = string.Equals(becomes, ChangeWords.Suspension, StringComparison.Ordinal);
        if (suspends != (effect.Kind == EffectKind.Suspended) && effect.Kind != EffectKind.Decided)
        {
            j.Refuse(slot.By, GroundKind.EffectIsOther, remedy.Name, Falls.Words(effect));
            return;
        }

        Attack.Over(j, remedy, target);
        if (Omissions.Is(j, target) || effect.Kind == EffectKind.MustAct)
            Omissions.Grant(j, remedy, target);
        else if (suspends)
            Falls.Suspend(j, remedy, target);
        else
            Falls.Annul(j, remedy, effect, target);
    }
}
