using System.Collections.Immutable;
using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Parties;

/// <content>Whether those who support something are what a phrase asks for.</content>
public sealed partial class WhoReader
{
    /// <summary>
    /// Whether those who support something are what a phrase asks for: of parties joined by "or" any one, of parties joined by "and" every one,
    /// each supporter counting for one of them. An element counts once, whoever stands for it.
    /// </summary>
    /// <param name="who">The phrase.</param>
    /// <param name="anchor">What the clause is talking of.</param>
    /// <param name="supporters">Everybody who supports it: those of the present act, and earlier ones where the clause adds them up.</param>
    /// <param name="shares">True where each of them has a share of its own ("chosen by each town"), so that one is enough for its own.</param>
    public Gathering Meets(Who who, in Anchor anchor, ReadOnlySpan<Supporter> supporters, bool shares = false)
    {
        var parties = who.Parties;
        var tallies = new PartyTally[parties.Length];
        for (var p = 0; p < parties.Length; p++)
            tallies[p] = Tally(parties[p], anchor, supporters, who, shares);
        var strangers = ImmutableArray<int>.Empty;
        string? wrongSort = null;
        for (var i = 0; i < supporters.Length; i++)
        {
            var (any, anySort) = (false, supporters[i].Seconders == 0);
            foreach (var tally in tallies)
            {
                any |= tally.Fits[i].Truth != Truth.No || tally.HandsIn;
                anySort |= tally.Sorts[i];
            }

            if (!any && supporters[i].Thing >= 0 && !strangers.Contains(supporters[i].Thing))
                strangers = strangers.Add(supporters[i].Thing);
            if (!anySort)
                wrongSort ??= supporters[i].Sort ?? "";
        }

        if (who.Alone && !who.Jointly && parties.Length > 1 && strangers.IsEmpty)
            (tallies, strangers) = OneAlone(tallies, supporters);
        var best = who.Jointly && parties.Length > 1 ? Jointly(tallies, supporters) : Either(tallies);
        return strangers.IsEmpty && wrongSort is null ? best : best with { Strangers = strangers, WrongSort = wrongSort };
    }

    /// <summary>"Board or Court alone": one of them, whichever has the fewest beside it; who stands for another of them is then a stranger.</summary>
    private static (PartyTally[] Tallies, ImmutableArray<int> Strangers) OneAlone(PartyTally[] tallies, ReadOnlySpan<Supporter> supporters)
    {
        var (kept, fewest) = (new List<PartyTally>(), ImmutableArray<int>.Empty);
        foreach (var tally in tallies)
        {
            var beside = ImmutableArray.CreateBuilder<int>();
            for (var i = 0; i < supporters.Length; i++)
            {
                if (supporters[i].Thing >= 0 && tally.Fits[i].Truth == Truth.No && !tally.HandsIn && !beside.Contains(supporters[i].Thing))
                    beside.Add(supporters[i].Thing);
            }

            if (kept.Count > 0 && beside.Count > fewest.Length)
                continue;
            if (kept.Count > 0 && beside.Count < fewest.Length)
                kept.Clear();
            kept.Add(tally);
            fewest = beside.ToImmutable();
        }

        return ([.. kept], fewest);
    }

    private static Gathering Either(PartyTally[] tallies)
    {
        Gathering? best = null;
        foreach (var tally in tallies)
        {
            var result = tally.Result();
            if (best is null || result.Met > best.Met || (result.Met == best.Met && result.Counted.Least > best.Counted.Least))
                best = result;
            if (best.Met == Truth.Yes)
                break;
        }

        return best!;
    }

    /// <summary>Parties joined by "and". Asked once with what is open counted for, and once against.</summary>
    private static Gathering Jointly(PartyTally[] tallies, ReadOnlySpan<Supporter> supporters)
    {
        var sure = JointFlow.Meets(tallies, supporters.Length, open: false) && NotTooMany(tallies, supporters, open: false);
        var perhaps = JointFlow.Meets(tallies, supporters.Length, open: true) && NotTooMany(tallies, supporters, open: true);
        var met = sure && perhaps ? Truth.Yes : sure || perhaps ? Truth.Open : Truth.No;
        foreach (var tally in tallies)
            met = met.And(tally.Holding);
        var missing = new List<string>();
        var worst = tallies[0].Result();
        foreach (var tally in tallies)
        {
            var one = tally.Result();
            if (one.Met == Truth.Yes)
                continue;
            worst = one;
            missing.Add(one.Missing.Length > 0 ? one.Missing : one.Party.Words);
        }

        if (met == Truth.No && missing.Count == 0)
            missing.Add("somebody more, since nobody counts for two of them");
        return worst with { Met = met, Missing = string.Join(" and ", missing), Excess = met == Truth.No && worst.Excess };
    }

    /// <summary>
    /// Whether everybody has a place: for every set of parties, those that fit only the set are not more than it lets (P. Hall, 1935).
    /// </summary>
    private static bool NotTooMany(PartyTally[] tallies, ReadOnlySpan<Supporter> supporters, bool open)
    {
        if (Array.TrueForAll(tallies, t => t.Upper is null))
            return true;
        for (var set = 1; set < 1 << Math.Min(tallies.Length, 12); set++)
        {
            long fitOnly = 0;
            long? most = 0;
            for (var i = 0; i < supporters.Length; i++)
            {
                long inSet = 0, outside = 0;
                for (var p = 0; p < tallies.Length; p++)
                {
                    var worth = tallies[p].Worth(i, open);
                    if ((set & (1 << p)) != 0)
                        inSet = Math.Max(inSet, worth);
                    else
                        outside = Math.Max(outside, worth);
                }

                fitOnly += outside == 0 ? inSet : 0;
            }

            for (var p = 0; p < tallies.Length; p++)
            {
                if ((set & (1 << p)) != 0)
                    most = tallies[p].Upper is { } upper ? most + (open ? upper.Most ?? long.MaxValue / 64 : upper.Least) : null;
            }

            if (most is { } limit && fitOnly > limit)
                return false;
        }

        return true;
    }

    private PartyTally Tally(Party party, in Anchor anchor, ReadOnlySpan<Supporter> supporters, Who who, bool shares)
    {
        var lifted = Lifted(party);
        var tally = new PartyTally(party, lifted ?? party, supporters.Length);
        tally.HandsIn = HandsIn(party, supporters);
        Span<int> doers = supporters.Length <= 32 ? stackalloc int[supporters.Length] : new int[supporters.Length];
        for (var i = 0; i < supporters.Length; i++)
            doers[i] = supporters[i].Thing;
        for (var i = 0; i < supporters.Length; i++)
        {
            var fit = Fit(supporters[i].Thing, doers, party, anchor, who.Alone, IsNamed(supporters[i].Thing, who, anchor));
            if (IsOut(fit, party))
                fit = Parties.Fit.None;
            if (shares && fit.Truth != Truth.No && (party.Which == Which.Each || party.Of?.Which == Which.Each))
                fit = fit with { Truth = fit.Truth.And(IsShareOf(fit.Unit, anchor)) };
            if (lifted is not null && fit.Truth != Truth.No)
                fit = fit with { Element = fit.Unit >= 0 ? fit.Unit : fit.Element, Weight = 1, More = 0 };
            tally.Add(i, supporters[i], fit, supporters[i].Seconders > 0 && IsSort(supporters[i].Sort, tally.CountedSet));
        }

        if (lifted is not null && party.Quantity is { } inner)
            tally.KeepGroups(inner);
        tally.WeighDelegations();
        (tally.Lower, tally.Upper) = Asked(tally.CountedSet, anchor, shares, tally);
        if (tally.CountedSet.Holding is { } holding && tally.CountedSet.HoldingMeasure is { } measure)
            tally.Holding = HoldingOf(tally, holding, measure, anchor);
        return tally;
    }

    /// <summary>"each town", where each has a share of its own: the one whose share it is, or one above or beneath it.</summary>
    private Truth IsShareOf(int unit, in Anchor anchor)
    {
        if (unit < 0 || anchor.Unit < 0 || unit == anchor.Unit)
            return Truth.Yes;
        for (var at = ParentOf(anchor.Unit); at >= 0; at = ParentOf(at))
        {
            if (at == unit)
                return Truth.Yes;
        }

        for (var at = ParentOf(unit); at >= 0; at = ParentOf(at))
        {
            if (at == anchor.Unit)
                return Truth.Yes;
        }

        return Truth.No;
    }

    /// <summary>
    /// The party whose number is counted where it stands below the head: "Legislature of at least three quarters of states" counts states.
    /// </summary>
    private static Party? Lifted(Party party) =>
        party.Of is { Kind: PartyKind.Unit } of && (of.Quantity is not null || of.Which is Which.Every or Which.All || (of.Which == Which.Each && party.Which == Which.Plain && party.Quantity is null)) ? of : null;

    /// <summary>"seconded by 50_000 electors": whoever hands in a demand of electors need be none.</summary>
    private static bool HandsIn(Party party, ReadOnlySpan<Supporter> supporters)
    {
        if (party.Kind is not (PartyKind.Electors or PartyKind.Person))
            return false;
        foreach (var supporter in supporters)
        {
            if (supporter.Seconders > 0 && IsSort(supporter.Sort, party))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word names the sort of thing that a phrase counts. A thing that is named is shown by its name, and by no number.</summary>
    private static bool IsSort(string? word, Party counted)
    {
        if (word is null)
            return false;
        return counted.Kind switch
        {
            PartyKind.Unit when counted.UnitKind is { } kind => Same(word, kind.Name) || Same(word, kind.Plural) || Same(word, kind.Name + "s"),
            PartyKind.Body when counted.Body?.EachOf is { } kind => Same(word, kind.Name) || Same(word, kind.Plural) || Same(word, kind.Name + "s"),
            PartyKind.Member => word is "member" or "members",
            PartyKind.Electors => word is "elector" or "electors",
            PartyKind.Person => word is "person" or "persons" or "people" or "elector" or "electors",
            PartyKind.Applicant => word is "applicant" or "applicants",
            _ => Same(word, counted.Name) || Same(word, counted.Name + "s"),
        };
    }

    /// <summary>How many a phrase asks for, and how many at most.</summary>
    private (Many Lower, Many? Upper) Asked(Party party, in Anchor anchor, bool shares, PartyTally tally)
    {
        var quantity = party.Quantity;
        if (quantity is null)
        {
            if (party.Which is not (Which.Every or Which.All) && (shares || party.Which != Which.Each))
            {
                // Where several are concerned, "that town" does not say whether one of them is enough.
                if (anchor.IsOfSeveral && !shares && (party.Which == Which.That || party.Of is { Which: Which.That, Quantity: null }) && SizeOf(party, anchor).Most is > 1 and var several)
                {
                    tally.IsOfSeveral = true;
                    return (new Many(1, several), null);
                }

                if (tally.Seconded)
                    tally.Size = SizeOf(party, anchor);
                return (Many.Exactly(1), null);
            }

            quantity = new Quantity(Comparison.All, Ratio.One, true);
        }

        // A whole number of one kind is compared with the whole set only to see that there are so many.
        var size = quantity.IsShare || tally.Seconded ? SizeOf(party, anchor) : Many.Unknown;
        tally.Size = size;
        var low = Number(quantity, quantity.IsShare ? quantity.Value * size.Least : quantity.Value);
        var high = quantity.IsShare ? size.Most is { } most ? Number(quantity, quantity.Value * most) : (long?)null : low;
        return quantity.How is Comparison.AtMost or Comparison.FewerThan
            ? (Many.Exactly(1), new Many(low, high))
            : (new Many(Math.Max(1, low), high is { } h ? Math.Max(1, h) : null), null);
    }

    private static long Number(Quantity quantity, Ratio asked) => (long)(quantity.How switch
    {
        Comparison.MoreThan => asked.Floor() + 1,
        Comparison.AtMost => asked.Floor(),
        Comparison.FewerThan => asked.Ceiling() - 1,
        _ => asked.Ceiling(),
    });

    internal static string More(Ratio more, Party of)
    {
        var word = of.UnitKind is { } kind ? more == Ratio.One ? kind.Name : kind.Plural : of.Kind == PartyKind.Member && more != Ratio.One ? "members" : of.Name;
        return more.ToMixedString() + " more " + word;
    }

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
