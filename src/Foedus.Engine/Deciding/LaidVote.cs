using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>
/// What was told of a vote, laid over those who have one: names, numbers in whatever they are told in, and the rest. Nothing is dropped:
/// whoever has no vote, has voted already or exceeds what he has is a reason against, by name.
/// </summary>
internal sealed partial class LaidVote
{
    private readonly Inquiry _inquiry;
    private readonly Dictionary<int, Response?> _named = [];
    private readonly Dictionary<int, PlaceVotes> _told = [];
    private readonly HashSet<int> _cast = [];
    private readonly HashSet<int> _outByName = [];
    private Ratio _outside = Ratio.Zero;
    private bool _voterIsOut;
    private readonly HashSet<VotingPlaces> _present = new(ReferenceEqualityComparer.Instance);
    private readonly Ratio[] _castSums = new Ratio[ResponseCounts.Kinds];

    public LaidVote(Inquiry inquiry, Electorate roll, VoteWeights weights)
    {
        _inquiry = inquiry;
        Roll = roll;
        Weights = weights;
    }

    public Electorate Roll { get; }

    /// <summary>The matter on which they vote.</summary>
    public int Matter { get; init; } = -1;

    /// <summary>True if somebody is told not to take part who has a vote.</summary>
    public bool HasOthers => _voterIsOut || RestIsOut || NotTakingPart.Sign > 0;

    /// <summary>Whether the voter of a place has given its vote to another, and has not come and cast it for itself.</summary>
    public bool IsRepresented(VotingPlaces place) =>
        !_present.Contains(place) && (place.Holder >= 0 ? place.Holder : place.Unit) is >= 0 and var voter && Proxies.HolderOf(_inquiry, voter, Matter) >= 0;

    public VoteWeights Weights { get; }

    /// <summary>What is known of a place; null: nothing.</summary>
    public PlaceVotes? Told(int place) => _told.GetValueOrDefault(place);

    /// <summary>Numbers told of voters who are not named.</summary>
    public List<ToldSum> Sums { get; } = [];

    /// <summary>What everybody did of whom nothing else is told; absent unless it is said.</summary>
    public List<(Response Response, int In)> Rest { get; } = [];

    /// <summary>
    /// How many places are outside this vote by number, beside those who have no vote in it: these are meant first, so far as they are not
    /// named.
    /// </summary>
    public Ratio NotTakingPart => _outside.IsZero ? Ratio.Zero : Ratio.Max(Ratio.Zero, _outside - Roll.Barred(_outByName));

    /// <summary>False once something that was told cannot be.</summary>
    public bool IsSound { get; private set; } = true;

    public bool HasAbstentions { get; private set; }

    public bool HasInvalid { get; private set; }

    public bool HasBlank { get; private set; }

    /// <summary>Whether anybody voted in favour.</summary>
    public bool AnybodyFor { get; private set; }

    /// <summary>Whether anybody voted against.</summary>
    public bool AnybodyAgainst { get; private set; }

    /// <summary>Whether anybody is told to have answered so, by name, by cast, by number or with the rest, beside one sum.</summary>
    public bool HasAny(Response response, ToldSum besides) =>
        Rest.Exists(r => r.Response == response)
        || Sums.Exists(s => s != besides && s.Given[(int)response].Sign > 0)
        || _told.Values.Any(t => t.Whole == response || t.Parts is { } parts && !parts[(int)response].IsZero);

    /// <summary>True once it is known what everybody did.</summary>
    public bool IsComplete => IsCompleteIn(null);

    /// <summary>True once it is known what everybody did who sits in one of the bodies.</summary>
    /// <param name="body">The body; null for all.</param>
    public bool IsCompleteIn(BodyAt? body) => Roll.IsOnRecord && Roll.Places.Select((p, i) => (p, i)).Where(x => body is null || x.p.Body == body).All(x =>
        Told(x.i) is { } told && (told.Whole is not null || told.IsOut || (Weights.AllVotes(x.p) is { IsExact: true } all && told.Sum == all.Low)));

    /// <summary>Lays a report over the voters.</summary>
    /// <param name="tallies">The report.</param>
    /// <param name="secret">The provision by which the ballot is secret, if it is: then nobody's side may be told.</param>
    public void Lay(IReadOnlyList<Tally> tallies, Provision? secret)
    {
        foreach (var tally in tallies)
        {
            Seen(tally.Side, tally.Rest || tally.Units.Length > 0 || tally.Count is { Sign: > 0 });
            foreach (var voter in tally.Units)
            {
                if (secret is not null && tally.Side is Side.For or Side.Against or Side.Abstaining or Side.Invalid or Side.Blank)
                    Refuse(secret, GroundKind.SecretBallot, _inquiry.Roll.NameOf(voter), null, new Need("the numbers without names"));
                else
                    Name(voter, tally.Side);
            }

            if (tally.Rest)
                TakeRest(tally);
            else if (tally.Count is { } count)
                Sum(tally, count);
        }
    }

    /// <summary>Lays the votes over the voters that one voter cast.</summary>
    /// <param name="voter">Who cast: a person, a unit, an office.</param>
    /// <param name="tallies">What was cast.</param>
    /// <param name="spared">Places of a unit whose vote it cast last of all, since others may cast it.</param>
    /// <param name="byAnother">True if somebody cast them to whom it gave its vote.</param>
    public void LayCast(int voter, IReadOnlyList<Tally> tallies, List<int>? spared = null, bool byAnother = false)
    {
        var places = Roll.Find(voter, out var reason);
        if (places.Count > 1)
            places = [.. places.OrderBy(i => spared?.Contains(i) == true ? 2 : Roll.Places[i].Count.Least.IsZero ? 3 : Roll.Places[i].Holder >= 0 ? 1 : 0)];
        if (places.Count == 0 && Roll.Unrecorded(voter, HasRoom) is var open and >= 0)
        {
            Roll.Doubt(voter);
            places = [open];
        }

        if (places.Count == 0)
        {
            RefuseName(voter, reason);
            return;
        }

        foreach (var tally in tallies)
        {
            Seen(tally.Side, tally.Count is not { } c || c.Sign > 0);
            var left = Left(places, voter);
            var some = tally.Count ?? left;
            if (some > left || left.IsZero)
            {
                Refuse(places, voter, some);
                return;
            }

            Give(places, voter, ResponseOf(tally.Side), some, byAnother);
            _castSums[(int)ResponseOf(tally.Side)] += some;
            _cast.UnionWith(places);
        }
    }

    /// <summary>
    /// Lays what a voter cast earlier. Who has lost the vote since, or some of the votes, keeps nobody else from being counted: what is not
    /// there any more is left out, and said so. Of divided votes nobody can say which are left.
    /// </summary>
    /// <param name="voter">Who cast.</param>
    /// <param name="tallies">What was cast.</param>
    /// <param name="spared">Places of a unit whose vote it cast last of all, since others may cast it.</param>
    /// <param name="byAnother">True if somebody cast them to whom it gave its vote.</param>
    public void LayRecorded(int voter, IReadOnlyList<Tally> tallies, List<int>? spared = null, bool byAnother = false)
    {
        var places = Roll.Find(voter, out var reason);
        if (places.Count == 0 && Roll.Unrecorded(voter, HasRoom) < 0)
        {
            _inquiry.Inform(Truth.Yes, reason.By, GroundKind.CastDropped, _inquiry.Roll.NameOf(voter), Roll.Name);
            return;
        }

        if (places.Count > 0 && tallies.Count == 1 && tallies[0].Count is { } cast
            && places.TrueForAll(i => !IsUnrecorded(i) && Weights.AllVotes(Roll.Places[i]).IsExact)
            && places.Aggregate(Ratio.Zero, (sum, i) => sum + Weights.AllVotes(Roll.Places[i]).Low) is var all && cast > all)
        {
            _inquiry.Inform(Truth.Yes, Weights.By, GroundKind.CastCut, _inquiry.Roll.NameOf(voter), new object?[] { cast, all });
            if (Ratio.Min(all, Left(places, voter)) is { Sign: > 0 } left)
                LayCast(voter, [tallies[0] with { Count = left }], spared, byAnother);
            return;
        }

        LayCast(voter, tallies, spared, byAnother);
    }

    /// <summary>How many votes a voter has not cast yet.</summary>
    public Ratio Left(int voter)
    {
        var places = Roll.Find(voter, out _);
        return places.Count == 0 ? Ratio.Zero : Left(places, voter);
    }

    private Ratio Left(List<int> places, int voter)
    {
        var left = Ratio.Zero;
        foreach (var i in places)
        {
            var all = IsUnrecorded(i) ? Ratio.One : Weights.AllVotes(Roll.Places[i]) is { IsExact: true } exact ? exact.Low : Ratio.Zero;
            left += all - (IsUnrecorded(i) ? (_named.ContainsKey(voter) ? Ratio.One : Ratio.Zero) : Told(i)?.Sum ?? Ratio.Zero);
        }

        return left;
    }

    private PlaceVotes At(int place)
    {
        if (!_told.TryGetValue(place, out var told))
            _told.Add(place, told = new PlaceVotes());
        return told;
    }

    private bool IsUnrecorded(int place) => Roll.Places[place] is { Unit: < 0, Holder: < 0 };

    private void Give(List<int> places, int voter, Response response, Ratio votes, bool byAnother = false)
    {
        foreach (var i in places)
        {
            var told = At(i);
            if (IsUnrecorded(i))
            {
                _named.TryAdd(voter, response);
                told.Add(response, votes);
                return;
            }

            var all = Weights.AllVotes(Roll.Places[i]) is { IsExact: true } exact ? exact.Low : votes;
            var some = Ratio.Min(votes, all - told.Sum);
            if (!byAnother && some.Sign > 0 && response != Response.Absent)
                _present.Add(Roll.Places[i]);
            told.Add(response, some);
            votes -= some;
        }
    }

    private bool HasRoom(int place) => Roll.Places[place].Count.Most is not { } most || (Told(place)?.Sum ?? Ratio.Zero) + 1 <= most;

    private void Seen(Side side, bool any)
    {
        HasAbstentions |= any && side == Side.Abstaining;
        HasInvalid |= any && side == Side.Invalid;
        HasBlank |= any && side == Side.Blank;
        AnybodyFor |= any && side == Side.For;
        AnybodyAgainst |= any && side == Side.Against;
    }

    private void Name(int teller, Side side)
    {
        var voter = Roll.NameOf(teller);
        if (_named.ContainsKey(voter))
        {
            Refuse(null, GroundKind.NamedTwice, _inquiry.Roll.NameOf(voter), null);
            return;
        }

        _named.Add(voter, null);
        var places = Roll.Find(voter, out var reason);
        if (places.Count > 0 && places.Exists(i => _cast.Contains(i)))
        {
            NameCaster(voter, places, side);
            return;
        }

        if (places.Count == 0)
        {
            if (Roll.Unrecorded(voter, HasRoom) is var open and >= 0)
            {
                Roll.Doubt(voter);
                At(open).Add(ResponseOf(side), Ratio.One);
                return;
            }

            // Whoever is without a vote may still be told to have been away.
            if (side is not (Side.Absent or Side.NotTakingPart) || reason.Why == GroundKind.NotAVoter)
                RefuseName(voter, reason, side);
            else
                _outByName.Add(voter);
            return;
        }

        foreach (var i in places)
        {
            if (_told.ContainsKey(i))
            {
                Refuse(null, GroundKind.NamedTwice, _inquiry.Roll.NameOf(voter), null);
                return;
            }
        }

        _voterIsOut |= side == Side.NotTakingPart;
        foreach (var i in places)
            _told[i] = new PlaceVotes { Whole = side == Side.NotTakingPart ? null : ResponseOf(side), IsOut = side == Side.NotTakingPart };
    }

    /// <summary>Somebody who has cast is named in the report: on the side on which he cast, for what he has not cast yet.</summary>
    private void NameCaster(int voter, List<int> places, Side side)
    {
        var response = ResponseOf(side);
        var other = places.Exists(i => Told(i)?.Parts is { } parts && parts.Where((p, r) => r != (int)response && !p.IsZero).Any());
        if (other)
            Refuse(null, GroundKind.HasCast, _inquiry.Roll.NameOf(voter), null);
        else if (Left(places, voter) is { IsZero: false } left)
            Give(places, voter, response, left);
    }

    private void TakeRest(Tally tally)
    {
        if (Rest.Exists(r => r.In == tally.In))
        {
            Refuse(null, GroundKind.RestTwice, null, null);
            return;
        }

        if (tally.Side != Side.NotTakingPart)
            Rest.Add((ResponseOf(tally.Side), tally.In));
        else
            RestIsOut = true;
    }

    /// <summary>True if everybody of whom nothing is told is outside this vote.</summary>
    public bool RestIsOut { get; private set; }

    private void Sum(Tally tally, Ratio count)
    {
        if (tally.Side == Side.NotTakingPart)
        {
            _outside += count;
            return;
        }

        var told = Measured(tally.Measure);
        if (told is null)
        {
            Refuse(null, GroundKind.NotCountedIn, tally.Measure, Roll.Name);
            return;
        }

        var at = SumOf(told, tally.In);
        at.Given[(int)ResponseOf(tally.Side)] += count;
        if (told != ToldIn.Votes || tally.In >= 0)
            return;

        // The numbers of a report are those of the whole vote, with what was cast before.
        ref var cast = ref _castSums[(int)ResponseOf(tally.Side)];
        if (at.Given[(int)ResponseOf(tally.Side)] < cast)
            Refuse(null, GroundKind.MoreWereCast, count, cast);
        else
            at.Given[(int)ResponseOf(tally.Side)] -= cast;
        cast = Ratio.Zero;
    }

    private ToldSum SumOf(ToldIn told, int part)
    {
        foreach (var sum in Sums)
        {
            if (sum.In == told && sum.Part == part)
                return sum;
        }

        Sums.Add(new ToldSum(told, part));
        return Sums[^1];
    }

    /// <summary>What a number is told in: the rule's own votes, heads, units of a kind, or a measure; null for a word that names none.</summary>
    private ToldIn? Measured(string? word)
    {
        if (word is null or "votes" or "vote" or "seats" or "members" or "member")
            return word is "members" or "member" && !Weights.IsByHead ? ToldIn.Heads : ToldIn.Votes;
        foreach (var kind in _inquiry.Book.Edition.Kinds)
        {
            if (string.Equals(kind.Name, word, StringComparison.Ordinal) || string.Equals(kind.Plural, word, StringComparison.Ordinal))
                return kind == Weights.OneOfEach ? ToldIn.Votes : new ToldIn(kind, null);
        }

        foreach (var measure in _inquiry.Book.Edition.Measures)
        {
            if (string.Equals(measure.Name, word, StringComparison.Ordinal))
                return measure == Weights.Measure ? ToldIn.Votes : new ToldIn(null, measure);
        }

        return null;
    }

    public static Response ResponseOf(Side side) => side switch
    {
        Side.For => Response.Yes,
        Side.Against => Response.No,
        Side.Abstaining => Response.Abstain,
        Side.Invalid => Response.Invalid,
        Side.Blank => Response.Blank,
        _ => Response.Absent,
    };
}
