using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Membership;

/// <summary>The provisions about changes of units, and the number under which facts name one.</summary>
internal static class ChangeRules
{
    private const int Shift = 16;

    /// <summary>A rule packed into one value: its edition and its place there.</summary>
    public static long Pack(Rulebook book, Change rule) => ((long)book.Index << Shift) | (uint)book.Edition.Changes.IndexOf(rule);

    public static Change Unpack(Rulebooks books, long value) => books[(int)(value >> Shift)].Edition.Changes[(int)(value & ((1 << Shift) - 1))];

    /// <summary>The provisions for a change, whichever units they are about.</summary>
    public static List<Change> For(Rulebook book, UnitChange change) => book.Edition.Changes.FindAll(c => change.Words.Contains(c.What, StringComparer.Ordinal));

    /// <summary>Whether a provision is about every unit of a change.</summary>
    public static Truth Concerns(Inquiry q, Change rule, UnitChange change)
    {
        var all = Truth.Yes;
        foreach (var unit in change.Units)
        {
            var any = Truth.No;
            foreach (var party in rule.Of.Parties)
                any = any.Or(Concerns(q, party, change, unit));
            all = all.And(any);
        }

        return all;
    }

    private static Truth Concerns(Inquiry q, Party party, UnitChange change, int unit)
    {
        if (change.What == ChangeWords.Admission)
        {
            return party switch
            {
                { Kind: PartyKind.NamedUnit } => TruthOf.From(string.Equals(party.Name, q.Roll[unit].Name, StringComparison.Ordinal)),
                // What it is to become, or what it is before it joins.
                { UnitKind: { } kind } => change.As is { } asked
                    ? TruthOf.From(string.Equals(asked.Name, kind.Name, StringComparison.Ordinal)).Or(q.IsUnit(unit, party))
                    : Truth.Yes,
                _ => Truth.Yes,
            };
        }

        if (party.Kind is not (PartyKind.Unit or PartyKind.NamedUnit))
            return Truth.Yes;
        var isUnit = q.IsUnit(unit, party.Which == Which.That ? party with { Which = Which.Any } : party);

        // Whoever has left may still have a successor, as what it was.
        return change.What == ChangeWords.Succession && party.UnitKind is { } was && q.View.Look(Relations.Gone, unit).Holds
            && q.View.TryValue(Relations.FormerKind, unit, out var former) && string.Equals(q.Roll.WordOf(former), was.Name, StringComparison.Ordinal)
            ? Truth.Yes
            : isUnit;
    }

    /// <summary>The kind as a unit of which something joins: said with it, or in its application, or the only one that the rule can mean.</summary>
    public static UnitKind? KindOf(Inquiry q, Change rule, UnitChange change)
    {
        if (change.As is { } said)
            return said;
        if (change.Units.Length == 1 && q.View.TryValue(Relations.AppliesAs, change.Units[0], out var word))
            return q.Book.Kind(q.Roll.WordOf(word));
        var named = rule.Of.Parties.Select(p => p.UnitKind).OfType<UnitKind>().Distinct().ToList();
        if (named.Count == 1)
            return named[0];
        return named.Count == 0 && q.Book.Edition.Kinds.Count == 1 ? q.Book.Edition.Kinds[0] : null;
    }
}
