using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// The double-proportional procedure (Pukelsheim and Schuhmacher 2004; Zürich since 2006, then Aargau, Schaffhausen, Zug, Nidwalden, Schwyz,
/// Uri). Upper apportionment: all seats go to the parties by their voters in the whole. Lower apportionment: they are divided among the
/// districts, whose seats were fixed before, biproportionally.
/// </summary>
public static class DoubleProportional
{
    /// <summary>Divides the seats. Costs as <see cref="Biproportional.Divide"/>; never throws for what it is given.</summary>
    public static DoubleProportionalResult Divide(DoubleProportionalDivision division)
    {
        var parties = division.Votes.IsDefaultOrEmpty || division.Votes[0].IsDefault ? 0 : division.Votes[0].Length;
        var shape = new BiproportionalDivision(DivisorRule.Webster, division.Votes, division.DistrictSeats, [.. new long[parties]]);
        if (Biproportional.Refusal(shape) is { Reason: not BiproportionalRefusal.SumsDiffer } refused)
            return new DoubleProportionalResult([], new NotApportioned(ApportionmentRefusal.NoUnits, null, 0, 0), refused);

        var voters = Voters(division, parties);
        var admitted = Admitted(division, voters);
        var upper = Apportionment.Divide(new Division(
            division.Upper,
            division.DistrictSeats.Sum(),
            [.. voters.Select((figure, party) => new Claim(admitted[party] ? figure : 0))]));
        if (upper is not Apportioned seats || !seats.TryResolve(division.UpperWinners, out var partySeats))
            return new DoubleProportionalResult(admitted, upper, null);

        var votes = division.Votes.Select(row => row.Select((v, party) => admitted[party] ? v : Ratio.Zero).ToImmutableArray()).ToImmutableArray();
        var lower = Biproportional.Divide(new BiproportionalDivision(division.Lower, votes, division.DistrictSeats, partySeats));
        return new DoubleProportionalResult(admitted, upper, lower);
    }

    private static Ratio[] Voters(DoubleProportionalDivision division, int parties)
    {
        var voters = new Ratio[parties];
        for (var district = 0; district < division.Votes.Length; district++)
        {
            Ratio seats = division.DistrictSeats[district];
            if (division.Voters != VoterNumbers.Votes && seats.IsZero) continue;
            for (var party = 0; party < parties; party++)
            {
                var votes = division.Votes[district][party];
                voters[party] += division.Voters switch
                {
                    VoterNumbers.PerSeat => votes / seats,
                    VoterNumbers.PerSeatRounded => (votes / seats).RoundHalfUp(),
                    _ => votes,
                };
            }
        }

        return voters;
    }

    private static ImmutableArray<bool> Admitted(DoubleProportionalDivision division, Ratio[] voters)
    {
        if (division.Quorum is not { } quorum) return [.. voters.Select(_ => true)];
        var all = voters.Aggregate(Ratio.Zero, (sum, figure) => sum + figure);
        var districts = division.Votes.Select(row => row.Aggregate(Ratio.Zero, (sum, votes) => sum + votes)).ToArray();
        return
        [
            .. voters.Select((figure, party) =>
                quorum.InAll?.Passes(figure, all) == true
                || (quorum.InADistrict is { } local && districts.Where((total, d) => !total.IsZero && local.Passes(division.Votes[d][party], total)).Any())),
        ];
    }
}
