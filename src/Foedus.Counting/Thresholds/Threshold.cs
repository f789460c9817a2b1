using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// A test of a vote: a <see cref="Gate"/> or an <see cref="AtLeastOf"/> over tests. Every yes/no rule on a vote is such a tree
/// of linear gates (a compound simple game, Shapley 1962).
/// </summary>
public abstract record Threshold
{
    private protected Threshold()
    {
    }

    /// <summary>The test that holds exactly when this one does not.</summary>
    public abstract Threshold Negation { get; }

    /// <summary>The gates of the tree, from left to right.</summary>
    public abstract IEnumerable<Gate> Gates { get; }

    /// <summary>All of the tests.</summary>
    public static AtLeastOf All(params ImmutableArray<Threshold> tests) => new(tests.Length, tests);

    /// <summary>Any one of the tests.</summary>
    public static AtLeastOf Either(params ImmutableArray<Threshold> tests) => new(1, tests);

    /// <summary>
    /// Evaluates the tree as if the vote were closed now: voters who have not answered count as absent.
    /// A gate is open when its answer hangs on figures known only as ranges. In a tree of several gates such figures are taken to
    /// vary apart, so that "open" may be said of a test that one range common to two gates would settle; true and false are always right.
    /// </summary>
    public ThresholdReading Read(Profile profile) => ThresholdReader.Read(this, profile);

    /// <summary>The answer of <see cref="Read"/> alone, at less cost.</summary>
    public Truth Holds(Profile profile) => new GateTree(this, profile).Truth(Weighing.Counts(profile));

    /// <summary>
    /// The gates that a voter's move from one response to another might turn against: empty when the test can only gain by it,
    /// whatever the weights. Monotonicity is computed, never assumed: with a quorum, voting against may carry what staying away defeats.
    /// </summary>
    public ImmutableArray<Gate> GatesHurtBy(Response from, Response to) => [.. Gates.Where(gate => !gate.HurtBy(from, to).IsEmpty)];

    /// <summary>
    /// What is certain before the vote is over: true or false whatever those who have not answered still do, or open.
    /// </summary>
    /// <param name="profile">The votes so far.</param>
    /// <param name="possible">The responses still open to them.</param>
    public Outlook Outlook(Profile profile, Responses possible = Responses.All) => OutlookSearch.Of(this, profile, possible);
}
