using System.Globalization;

namespace Foedus.Counting;

/// <summary>
/// Reserved seats within a transferable count, by guarding and dooming: whoever must still be elected for the least numbers to be
/// met is guarded and not excluded; whoever cannot be elected without breaking them is doomed and excluded at once. Source:
/// I. D. Hill, "STV with constraints", Voting matters 9, 1998. A candidate belongs to one group at most, so that it is enough to
/// count what each group still needs. Cost: candidates times groups.
/// </summary>
internal sealed class ReservedPlaces
{
    private readonly int[] group;
    private readonly int[] least;

    private ReservedPlaces(int[] group, int[] least)
    {
        this.group = group;
        this.least = least;
    }

    /// <summary>The places of a contest, or why they cannot be filled. Without reserved seats nobody is guarded or doomed.</summary>
    public static ReservedPlaces? Of(Contest contest, TallyOptions options, out NotTallied? refusal)
    {
        refusal = null;
        var groups = options.Reserved.Select(r => r.Group).Distinct(StringComparer.Ordinal).ToArray();
        var least = groups.Select(name => options.Reserved.Where(r => string.Equals(r.Group, name, StringComparison.Ordinal)).Max(r => r.Least)).ToArray();
        var group = contest.Candidates.Select(c => c.Group is null ? -1 : Array.IndexOf(groups, c.Group)).ToArray();
        for (var g = 0; g < groups.Length; g++)
        {
            var standing = contest.Candidates.Where((c, i) => !c.Withdrawn && group[i] == g).Count();
            if (standing < least[g])
                refusal = new NotTallied(TallyRefusal.ReservedImpossible, null, string.Create(CultureInfo.InvariantCulture, $"{groups[g]}: {standing} stand, {least[g]} are reserved"));
        }

        if (refusal is null && least.Sum(l => (long)Math.Max(0, l)) > contest.Seats) refusal = new NotTallied(TallyRefusal.ReservedImpossible);
        return refusal is null ? new ReservedPlaces(group, least) : null;
    }

    public bool Guarded(CountBook book, int candidate)
    {
        var g = group[candidate];
        return g >= 0 && Needed(book, g) > 0 && Needed(book, g) >= Continuing(book, g);
    }

    public bool Doomed(CountBook book, int candidate)
    {
        var needed = 0;
        for (var g = 0; g < least.Length; g++) needed += Needed(book, g);
        return needed >= book.Vacancies && needed > 0 && (group[candidate] < 0 || Needed(book, group[candidate]) == 0);
    }

    private int Needed(CountBook book, int g)
    {
        var needed = least[g];
        for (var c = 0; c < group.Length; c++)
        {
            if (group[c] == g && book.Standing[c] == CandidateStanding.Elected) needed--;
        }

        return Math.Max(0, needed);
    }

    private int Continuing(CountBook book, int g)
    {
        var continuing = 0;
        for (var c = 0; c < group.Length; c++)
        {
            if (group[c] == g && book.Eligible[c]) continuing++;
        }

        return continuing;
    }
}
