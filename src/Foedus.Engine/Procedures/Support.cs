using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Parties;

namespace Foedus.Engine.Procedures;

/// <summary>
/// Weighs those who have answered, in this act and before, against the words that say who answers. What others did earlier is no reason for or
/// against the act at hand, so it notes nothing.
/// </summary>
internal sealed class Support
{
    private readonly Aside _q;
    private readonly Who _among;

    /// <param name="inquiry">The question.</param>
    /// <param name="among">The parties of the stage: who is named among them answers for itself, and not for another of them.</param>
    public Support(Inquiry inquiry, Who among)
        : this(inquiry, inquiry.Today, among)
    {
    }

    private Support(Inquiry inquiry, Day day, Who among) => (_q, _among) = (new Aside(inquiry, day), among);

    /// <summary>The same, with everybody counted as on another day.</summary>
    public Support On(Day day) => new(_q, day, _among);

    /// <summary>The party among those of a phrase for which a doer stands, whatever number is asked for; null if none.</summary>
    public Party? PartyOf(int doer, Who who)
    {
        var own = _q.Parties.IsNamed(doer, who, _q.Anchor);
        foreach (var party in who.Parties)
        {
            if (_q.Parties.MayActFor(doer, party, _q.Anchor, who.Alone, own) != Truth.No)
                return party;
        }

        return null;
    }

    /// <summary>
    /// Under whose name a doer answers as a party: the body for which it acts, the office that it holds, the body of the unit that is named
    /// for it. Whoever stands for the same counts once.
    /// </summary>
    public int Principal(int doer, Party party)
    {
        var fit = _q.Parties.Fit(doer, party, _q.Anchor);
        if (fit.Truth == Truth.No)
            return doer;
        if (party.Kind == PartyKind.Body && fit.Unit >= 0 && party.Body is { } body && _q.Book.All.FindThing(new BodyAt(body, fit.Unit)) is >= 0 and var its)
            return its;
        return fit.Element >= 0 ? fit.Element : doer;
    }

    /// <summary>The element of a party that a doer stands for: a unit, where units are counted.</summary>
    public int ElementOf(int doer, Party party) => _q.Parties.Fit(doer, party, _q.Anchor) is { Truth: not Truth.No, Element: >= 0 } fit ? fit.Element : doer;

    /// <summary>Whether supporters meet a phrase: every party of it if it joins them, otherwise any.</summary>
    public Gathering Meets(Who who, IReadOnlyList<Supporter> supporters) => _q.Parties.Meets(who, _q.Anchor, supporters.ToArray());

    /// <summary>Whether supporters meet one party of a phrase.</summary>
    public Gathering Meets(Party party, IReadOnlyList<Supporter> supporters, bool alone = false) =>
        Meets(Alone(party, alone), [.. supporters.Where(s => MayCount(s.Thing, party))]);

    /// <summary>Whether a party of a phrase can still be met though these have answered the other way.</summary>
    public Truth CanStillBeMet(Party party, IReadOnlyList<Supporter> against, bool alone = false)
    {
        var lost = new HashSet<int>();
        var lift = party.Of is { Kind: PartyKind.Unit } of && (of.Quantity is not null || of.Which is Which.Every or Which.All or Which.Each) ? of : party;
        foreach (var supporter in against)
        {
            if (MayCount(supporter.Thing, party) && _q.Parties.Fit(supporter.Thing, party, _q.Anchor, alone) is { Truth: Truth.Yes } fit)
                lost.Add(lift != party && fit.Unit >= 0 ? fit.Unit : fit.Element);
        }

        if (lost.Count == 0)
            return Truth.Yes;
        if (lift.Quantity is null)
            return Truth.No;
        var size = _q.Parties.ExtentOf(lift == party ? party with { Quantity = null } : lift with { Quantity = null }, _q.Anchor).Size;
        if (size.Most is not { } most)
            return Truth.Open;
        var needed = Meets(party, [], alone).Needed;
        return size.Least - lost.Count >= (needed.Most ?? long.MaxValue) ? Truth.Yes : most - lost.Count < needed.Least ? Truth.No : Truth.Open;
    }

    private bool MayCount(int supporter, Party party) =>
        !_q.Parties.IsNamed(supporter, _among, _q.Anchor) || _q.Parties.MayActFor(supporter, party, _q.Anchor, own: true) != Truth.No;

    private static Who Alone(Party party, bool alone) => new(false, [party]) { Alone = alone, Words = party.Words };

    private sealed class Aside : Inquiry
    {
        public Aside(Inquiry inquiry, Day day)
            : base(inquiry.State, inquiry.Book, inquiry.View.AsAt(day), inquiry.Readings) => Anchor = inquiry.Anchor;
    }
}
