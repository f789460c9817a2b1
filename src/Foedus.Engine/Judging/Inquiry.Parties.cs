using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Parties;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <content>Who somebody is: questions put to the one reader of who is meant.</content>
public partial class Inquiry
{
    private WhoReader? _parties;
    private Anchor? _anchor;

    /// <summary>Says who is meant by a phrase, how many they are, and whether those who act are what it asks for.</summary>
    public WhoReader Parties => _parties ??= new WhoReader(this);

    /// <summary>What the clauses that are asked talk of: "that town", "its", "concerned".</summary>
    public Anchor Anchor
    {
        get => _anchor ??= FindAnchor();
        protected set => _anchor = value;
    }

    /// <summary>All the units that a matter concerns, as its introduction or notice says; empty if it says none.</summary>
    internal ImmutableArray<int> UnitsConcernedBy(int matter)
    {
        if (!View.TryValue(Relations.Concerns, matter, out var first))
            return [];
        var units = ImmutableArray.Create((int)first);
        foreach (var link in View.Objects(Relations.ConcernsToo, matter))
        {
            if (!units.Contains(link.Thing))
                units = units.Add(link.Thing);
        }

        return units;
    }

    /// <summary>Finds what the question talks of, once a clause asks.</summary>
    protected virtual Anchor FindAnchor() => Anchor.None;

    /// <summary>Whether somebody is one of the parties, or stands for one of them.</summary>
    public Truth IsOneOf(int doer, Who who) => Parties.IsOneOf(doer, who, Anchor);

    /// <summary>Whether somebody may use a power of one of the parties: it is one of them or stands for it, and its rights are not suspended.</summary>
    public Truth ActsAsOneOf(int doer, Who who) => Parties.IsOneOf(doer, who, Anchor, acting: true);

    /// <summary>Whether somebody is in the set that a party phrase names, or stands for something in it.</summary>
    public Truth Is(int doer, Party party, bool alone = false) => Parties.Fit(doer, party, Anchor, alone).Truth;

    /// <summary>Whether a unit is the one, or of the kind, that a party names; without a party any unit will do.</summary>
    public Truth IsUnit(int unit, Party? party) => Parties.IsUnit(unit, party, Anchor);

    /// <summary>Whether an instrument is of the sort that a party names, made by whom it names.</summary>
    public Truth IsInstrument(int instrument, Party party)
    {
        if (!View.TryValue(Relations.Sort, instrument, out var sort))
            return Truth.No;
        if (!Same(Roll.WordOf(sort), party.Instrument?.Name ?? party.Name))
            return Truth.No;
        if (party.Of is not { } of)
            return Truth.Yes;
        if (Roll[instrument].Kind == ThingKind.Unit)
            return IsUnit(instrument, of);
        return View.TryValue(Relations.Maker, instrument, out var maker) ? Is((int)maker, of) : Truth.Open;
    }

    /// <summary>The unit to which a thing belongs: itself, or that of its body, or -1.</summary>
    public int UnitOf(int thing)
    {
        while (thing >= 0 && Roll[thing].Kind != ThingKind.Unit)
            thing = Roll[thing].Of;
        return thing;
    }

    /// <summary>Where the reasons stand, for what is only looked up and does not bear on the act.</summary>
    internal int Marked() => Mark();

    /// <summary>Forgets the reasons noted since a mark.</summary>
    internal void ForgetSince(int mark) => Forget(mark);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
