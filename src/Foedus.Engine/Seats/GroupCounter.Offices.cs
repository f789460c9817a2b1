using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Seats;

/// <content>Seats that follow from offices, from other bodies, and from the number of units.</content>
internal sealed partial class GroupCounter
{
    private readonly List<(string What, SeatRange Seats)> _parts = [];

    /// <summary>One seat for each of the body's own offices, or for each holder where several hold one.</summary>
    private void Offices()
    {
        foreach (var office in _body.Offices)
            _parts.Add((office.Name, Holders(office)));
        AddUp();
    }

    /// <summary>Those who sit because of an office that they hold elsewhere, and units that sit by their own name, each with one seat.</summary>
    private void ExOfficio(Who who)
    {
        foreach (var party in who.Parties)
        {
            _parts.Add((party.Words.Length > 0 ? party.Words : party.Name, Sitting(party)));
            foreach (var unit in UnitsSitting(party))
            {
                if (!_tally.Shares.Exists(s => s.Unit == unit))
                    _tally.Shares.Add(new UnitSeats(unit, _tally.By, Ratio.One, Ratio.One));
            }

            foreach (var unit in party is { Quantity: null, Kind: PartyKind.Unit, UnitKind: { } kind } ? Unplaced.UnitsOf(_inquiry, kind, _unit).ToList() : [])
            {
                _tally.Opens(Unplaced.Reason(_inquiry, unit), unit);
                _tally.Shares.Add(new UnitSeats(unit, _tally.By, Ratio.Zero, Ratio.One));
            }
        }

        AddUp();
    }

    private IEnumerable<int> UnitsSitting(Party party) => party switch
    {
        { Quantity: { IsShare: false } } => [],
        { Kind: PartyKind.Unit, UnitKind: { } kind } => Named(kind, party),
        { Kind: PartyKind.NamedUnit } when _inquiry.Roll.Find(Things.ThingKind.Unit, party.Name) is var unit and >= 0 => [unit],
        _ => [],
    };

    private SeatRange Sitting(Party party)
    {
        if (party.Quantity is { IsShare: false } quantity)
            return SeatRange.Exactly(quantity.Value);
        return party.Kind switch
        {
            PartyKind.Office => Times(party.Office is { } office ? Holders(office) : SeatRange.Exactly(1), party),
            PartyKind.Body when party.Body is not null => Sum(party, b => Of(b)),
            PartyKind.Member when party.Of is { Body: not null } of => Sum(of, b => Of(b)),
            PartyKind.Unit when party.UnitKind is { } kind => Number(kind, party),
            _ => SeatRange.Exactly(1),
        };
    }

    /// <summary>The bodies that a phrase means here: one of the federation; of the units of a kind, that of the unit at hand, or all of them.</summary>
    private IEnumerable<BodyAt> Meant(Party party)
    {
        if (party.Body is not { } body)
            yield break;
        if (body.EachOf is not { } kind)
        {
            yield return new BodyAt(body);
            yield break;
        }

        if (_unit >= 0 && UnitsBeneath.Above(_inquiry, _unit, kind) is var mine and >= 0)
        {
            yield return new BodyAt(body, mine);
            yield break;
        }

        foreach (var unit in Units(kind))
        {
            if (_inquiry.IsUnit(unit, party.Of) == Truth.Yes)
                yield return new BodyAt(body, unit);
        }
    }

    private SeatRange Sum(Party party, Func<BodyAt, SeatRange> seats)
    {
        var sum = SeatRange.None;
        foreach (var body in Meant(party))
            sum += seats(body);
        return sum;
    }

    /// <summary>The units of a kind that a phrase leaves: "cities except Venice".</summary>
    private IEnumerable<int> Named(UnitKind kind, Party party) =>
        Units(kind).Where(u => party.Except is not { } except || _inquiry.IsUnit(u, except) != Truth.Yes);

    /// <summary>How many they are, of which some may stand elsewhere.</summary>
    private SeatRange Number(UnitKind kind, Party party)
    {
        var count = Named(kind, party).Count();
        return new SeatRange(count, count + Unplaced.UnitsOf(_inquiry, kind, _unit).Count());
    }

    /// <summary>An office of every unit of a kind, or of the body of each, counts once for each.</summary>
    private SeatRange Times(SeatRange one, Party party) => party switch
    {
        { Of: { UnitKind: { } kind, Which: Which.Every or Which.Each or Which.All } units } => Times(one, Named(kind, units).Count()),
        { Of: { Body.EachOf: not null } of } => Times(one, Meant(of).Count()),
        { Office.Of: { EachOf: not null } body } => Times(one, Meant(new Party(PartyKind.Body, body.Name, Which.Plain) { Body = body, Of = party.Of }).Count()),
        _ => one,
    };

    private static SeatRange Times(SeatRange one, int many) => new(one.Least * many, one.Most * many);

    /// <summary>As many as other bodies together, or as there are units of a kind. A unit has here what it has there.</summary>
    private void AsManyAs(Who bodies)
    {
        foreach (var party in bodies.Parties)
        {
            var seats = party.Kind switch
            {
                PartyKind.Body when party.Body is not null => Sum(party, b => Of(b, shares: true)),
                PartyKind.Member when party.Of is { Body: not null } of => Sum(of, b => SeatCounter.MemberRange(_inquiry, b)),
                PartyKind.Unit when party.UnitKind is { } kind => Number(kind, party),
                PartyKind.Office when party.Office is { } office => Times(Holders(office), party),
                _ => SeatRange.Unknown,
            };
            if (!seats.IsExact && party.Kind is not (PartyKind.Body or PartyKind.Office))
                _tally.Opens(new Ground(Truth.Open, _tally.By, GroundKind.SeatsUnsaid, party.Words, null, new Need("the seats of " + party.Words)));
            _parts.Add((party.Words.Length > 0 ? party.Words : party.Name, seats));
        }

        AddUp();
    }

    /// <summary>The seats of another body; what keeps those open keeps these open.</summary>
    private SeatRange Of(BodyAt body, bool shares = false)
    {
        var count = _counter.Count(body);
        foreach (var opening in count.Open)
        {
            if (opening.OfTotal || shares)
                _tally.Opens(opening.Ground, opening.Unit, opening.OfTotal);
        }

        if (shares)
            _tally.Shares.AddRange(count.Shares.Select(s => s with { By = _tally.By }));
        return count.Range;
    }

    /// <summary>How many hold an office: what the charter says, and one where it says nothing.</summary>
    private SeatRange Holders(Office office)
    {
        if (office.Number is not { } slot)
            return SeatRange.Exactly(1);
        if (!Fill(slot, out var number))
            return SeatRange.Unknown;
        return number.AsManyAs is { } kind ? SeatRange.Exactly(Units(kind).Count) : SeatRange.Exactly(number.Count ?? 1);
    }

    private void AddUp()
    {
        var total = SeatRange.None;
        foreach (var (_, seats) in _parts)
            total += seats;
        _tally.Total = total;
        _tally.Write = () =>
        [
            _tally.Sheet(["what", "seats"], () => [.. _parts.Select(p => (System.Collections.Immutable.ImmutableArray<string>)[p.What, p.Seats.ToString()]), ["together", total.ToString()]]),
        ];
    }
}
