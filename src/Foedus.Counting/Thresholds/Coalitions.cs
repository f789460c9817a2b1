namespace Foedus.Counting;

/// <summary>
/// How many it takes. Exact for one gate, and for several whenever one order of the voters serves them all: heads together with one
/// weight, "at least 16 units with 65% of people" (the greater of the two counts, largest figures first).
/// Where a figure is a range, what is asked for is to be certain.
/// </summary>
public static class Coalitions
{
    /// <summary>The least number of voters that carry a test by voting yes while all others answer something else.</summary>
    public static LeastVoters LeastToPass(Threshold test, Profile electorate, Response otherwise = Response.No) =>
        CoalitionSearch.Least(test, electorate.Everybody(otherwise), otherwise, Response.Yes);

    /// <summary>The blocking minority: the least number that defeat a test by their response while all others vote yes.</summary>
    public static LeastVoters LeastToBlock(Threshold test, Profile electorate, Response by = Response.No) =>
        CoalitionSearch.Least(test.Negation, electorate.Everybody(Response.Yes), Response.Yes, by);

    /// <summary>
    /// How many more in favour carry the test, coming from one of the other responses while everything else stays as it is.
    /// Voters who have not answered count as absent; to let them vote no instead, ask about <see cref="Profile.Rest"/>.
    /// </summary>
    public static LeastVoters MoreInFavour(Threshold test, Profile votes, Response from) =>
        CoalitionSearch.Least(test, votes, from, Response.Yes);
}
