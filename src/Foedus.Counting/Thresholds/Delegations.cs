namespace Foedus.Counting;

/// <summary>
/// How a delegation casts its votes: each as its member wants, all of them as the delegation has decided, or parted as it reports. Each gives
/// the class of voters that stands for the delegation in a <see cref="Profile"/>; its voters are votes. What cannot be (more votes given than
/// there are) shows in <see cref="Profile.Faults"/>.
/// </summary>
public static class Delegations
{
    /// <summary>Votes parted as reported, "70 yes, 30 no": those not mentioned have not answered.</summary>
    /// <param name="name">The delegation.</param>
    /// <param name="votes">How many votes it has.</param>
    /// <param name="given">How they were cast.</param>
    public static VoterClass Split(string name, long votes, ResponseCounts given) => new(name, votes, default, given);

    /// <summary>
    /// All the votes as most of the members want who are for or against. Where as many are for as against, the delegation is divided.
    /// </summary>
    /// <param name="name">The delegation.</param>
    /// <param name="votes">How many votes it has.</param>
    /// <param name="members">How its members voted among themselves.</param>
    /// <param name="ifDivided">What its votes then are: invalid or abstentions, as the charter says.</param>
    public static VoterClass EnBloc(string name, long votes, ResponseCounts members, Response ifDivided)
    {
        var answer = members.Yes > members.No ? Response.Yes : members.No > members.Yes ? Response.No : ifDivided;
        return new VoterClass(name, votes, default, default(ResponseCounts).Plus(answer, votes));
    }

    /// <summary>
    /// All the votes as a decision of the members by a rule of their own: yes if it is carried, otherwise something else. Where the decision is still open,
    /// because a figure is known only as a range, the delegation has not answered.
    /// </summary>
    /// <param name="name">The delegation.</param>
    /// <param name="votes">How many votes it has.</param>
    /// <param name="rule">When its members decide for yes.</param>
    /// <param name="members">Its members with their votes.</param>
    /// <param name="otherwise">What its votes are where they do not.</param>
    public static VoterClass AsDecided(string name, long votes, Threshold rule, Profile members, Response otherwise = Response.No) =>
        new(name, votes, default, rule.Holds(members) switch
        {
            Truth.True => default(ResponseCounts).Plus(Response.Yes, votes),
            Truth.False => default(ResponseCounts).Plus(otherwise, votes),
            _ => default,
        });
}
