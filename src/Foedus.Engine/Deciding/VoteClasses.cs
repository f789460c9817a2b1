using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Deciding;

/// <summary>
/// A vote that was told, as classes of voters who are alike for every test that is asked, and as sums of which it is not known whose they are.
/// </summary>
internal sealed partial class VoteClasses
{
    private readonly Inquiry _inquiry;
    private readonly LaidVote _vote;
    private readonly List<VoteColumn> _columns = [new VoteColumn(CountedBy.Heads, null, null, null), new VoteColumn(CountedBy.Votes, null, null, null)];
    private static readonly Response[] Responses = Enum.GetValues<Response>();

    private readonly List<VoteEntry> _entries = [];

    private readonly bool _othersAreAbsent;

    public VoteClasses(Inquiry inquiry, LaidVote vote, bool othersAreAbsent)
    {
        _othersAreAbsent = othersAreAbsent;
        _inquiry = inquiry;
        _vote = vote;
        foreach (var sum in vote.Sums)
        {
            if (Primary(sum.Part) == sum)
                ColumnOf(sum);
        }
    }

    private Electorate Roll => _vote.Roll;

    private VoteWeights Weights => _vote.Weights;

    /// <summary>The place of a measure among the weights.</summary>
    public int Column(VoteColumn column)
    {
        if (column is { By: CountedBy.Votes } && Weights.IsByHead)
            column = column with { By = CountedBy.Heads };
        var at = _columns.IndexOf(column);
        if (at >= 0)
            return at;
        _columns.Add(column);
        return _columns.Count - 1;
    }

    /// <summary>Numbers that are told in units of a kind or in a measure beside those of the vote itself; null if none are.</summary>
    public ToldSum? Results(UnitKind? kind, Charter.Model.Measure? measure) =>
        kind is null && measure is null
            ? null
            : _vote.Sums.Find(s => s.Part < 0 && Primary(-1) != s && ((kind is not null && s.In.Units == kind) || (measure is not null && s.In.Measure == measure)));

    /// <summary>The places of the vote that are in a part.</summary>
    public bool IsIn(VotingPlaces place, VotePart? part) =>
        part is null || (part.Chamber is { } chamber ? place.Body == chamber : part.Kind is { } kind && Roll.Above(place.Unit, kind) == part.Unit);

    /// <summary>Lays the vote out for the columns that were asked for.</summary>
    /// <param name="divided">How a unit counts whose votes are divided.</param>
    public (ImmutableArray<PollClass> Classes, ImmutableArray<SharedVotes> Shared) Make(DividedUnit divided)
    {
        _entries.Clear();
        TellApart();
        foreach (var sum in _vote.Sums)
            sum.Entered = false;
        var outside = _othersAreAbsent ? Ratio.Zero : _vote.NotTakingPart + RestOutside();
        for (var i = 0; i < Roll.Places.Count; i++)
            Enter(Roll.Places[i], _vote.Told(i), ref outside);
        foreach (var sum in _vote.Sums)
            Settle(sum);
        if (divided != DividedUnit.InPart)
            JoinDivided(divided);
        var classes = new List<PollClass>();
        var pools = new Dictionary<int, List<int>>();
        Merge(classes, pools);
        var shared = ImmutableArray.CreateBuilder<SharedVotes>();
        foreach (var (part, members) in pools.Count > 1 ? pools.OrderBy(p => p.Key) : (IEnumerable<KeyValuePair<int, List<int>>>)pools)
            Share(part, members, classes, shared);
        return ([.. classes], shared.ToImmutable());
    }

    private int ColumnOf(ToldSum sum) => Column(sum.In switch
    {
        { AreHeads: true } => new VoteColumn(CountedBy.Heads, null, null, null),
        { Units: { } kind } => new VoteColumn(CountedBy.Units, kind, null, null),
        { Measure: { } measure } => new VoteColumn(CountedBy.Figure, null, measure, null),
        _ => new VoteColumn(CountedBy.Votes, null, null, null),
    });

    /// <summary>The sum that says how the voters of a part voted; others told of the same part are results of units.</summary>
    private ToldSum? Primary(int part)
    {
        ToldSum? heads = null, any = null;
        foreach (var sum in _vote.Sums)
        {
            if (sum.Part != part)
                continue;
            if (sum.In == ToldIn.Votes)
                return sum;
            any ??= sum;
            if (sum.In == ToldIn.Heads)
                heads ??= sum;
        }

        return heads ?? any;
    }

    /// <summary>The part of the told numbers to which a place belongs.</summary>
    private int PoolOf(VotingPlaces place)
    {
        foreach (var sum in _vote.Sums)
        {
            if (sum.Part >= 0 && IsOf(place, sum.Part))
                return sum.Part;
        }

        return -1;
    }

    private bool IsOf(VotingPlaces place, int part) =>
        place.Unit == part || (place.Body is { } body && _inquiry.Book.All.FindThing(body) == part)
        || (place.Unit >= 0 && _inquiry.Roll[part].Kind == Things.ThingKind.Unit && Bodies.UnitsBeneath.Has(_inquiry, part, place.Unit));

    private Response RestOf(VotingPlaces place)
    {
        if (_vote.Rest.Count == 0)
            return Response.Absent;
        foreach (var (response, part) in _vote.Rest.OrderByDescending(r => r.In))
        {
            if (part < 0 || IsOf(place, part))
                return response;
        }

        return Response.Absent;
    }

    /// <summary>How many take no part where numbers are told of some and "not taking part the rest": so many as the numbers leave over.</summary>
    private Ratio RestOutside()
    {
        if (!_vote.RestIsOut || _vote.Sums.Count == 0)
            return Ratio.Zero;
        var left = Ratio.Zero;
        for (var i = 0; i < Roll.Places.Count; i++)
        {
            if (_vote.Told(i) is null && Primary(PoolOf(Roll.Places[i])) is not null)
                left += Weights.AllVotes(Roll.Places[i]).Low;
        }

        foreach (var sum in _vote.Sums)
            left -= Primary(sum.Part) == sum ? sum.Total : Ratio.Zero;
        return Ratio.Max(Ratio.Zero, left);
    }

    private void Enter(VotingPlaces place, PlaceVotes? told, ref Ratio outside)
    {
        if (told is { IsOut: true } || (told is null && _vote.RestIsOut && Primary(PoolOf(place)) is null))
        {
            if (!_othersAreAbsent)
                return;
            told = PlaceVotes.Away;
        }

        if (place.Count is not { IsExact: true, Least: var exact } || !exact.TryToInt64(out var count))
        {
            EnterUncertain(place, told);
            return;
        }

        var weights = LikesOf(place)?.Weights ?? WeightsOf(place, null);
        var all = Weights.AllVotes(place);
        if (told?.Whole is { } whole)
        {
            Add(place, count, weights, default(ResponseCounts).Plus(whole, count), null);
            return;
        }

        if (!Weights.IsByHead && told?.Parts is { } cast && all is { IsExact: true, Low.IsZero: false })
        {
            EnterCast(place, cast, told.Sum, all.Low, count, weights);
            return;
        }

        var (given, rest) = (default(ResponseCounts), (Ratio)count);
        foreach (var response in Responses)
        {
            if (told?.Parts is not { } parts || parts[(int)response].IsZero)
                continue;
            var places = all is { IsExact: true, Low.IsZero: false } ? parts[(int)response] / all.Low * count : parts[(int)response];
            rest -= places;
            if (places.TryToInt64(out var whole2))
                given = given.Plus(response, whole2);
            else
                Add(place, 1, Scaled(weights, places), default(ResponseCounts).Plus(response, 1), null);
        }

        if (outside.Sign > 0 && rest.Sign > 0)
        {
            var taken = Ratio.Min(outside, rest);
            outside -= taken;
            rest -= taken;
        }

        var sum = Primary(PoolOf(place));
        var bloc = sum is not null && (sum.In.Units is not null || sum.In.Measure is not null || Weights.Rule is { Measure: not null, IsUndivided: true });
        if (rest.TryToInt64(out var untold) && !bloc)
        {
            if (sum is null)
                given = given.Plus(RestOf(place), untold);
            Add(place, (long)given.Total + (sum is null ? 0 : untold), weights, given, sum is null ? null : PoolOf(place));
            return;
        }

        if (given.Total > 0)
            Add(place, (long)given.Total, weights, given, null);
        if (!rest.IsZero)
            Add(place, 1, Scaled(weights, rest), sum is null ? default(ResponseCounts).Plus(RestOf(place), 1) : default, sum is null ? null : PoolOf(place));
    }

    /// <summary>
    /// Votes that a voter has cast, by measure: the votes are divided, and the voter is there as a whole. What it has not cast is among the told
    /// numbers, unless these are what it cast.
    /// </summary>
    private void EnterCast(VotingPlaces place, Ratio[] cast, Ratio sum, Ratio all, long count, WeightBounds[] weights, bool isAll = false)
    {
        foreach (var response in Responses)
        {
            if (!cast[(int)response].IsZero)
                Add(place, 1, Divided(weights, cast[(int)response] / all * count, cast[(int)response] / sum * count), default(ResponseCounts).Plus(response, 1), null);
        }

        if (all <= sum)
            return;
        int? pool = isAll || Primary(PoolOf(place)) is null ? null : PoolOf(place);
        Add(place, 1, Divided(weights, (all - sum) / all * count, Ratio.Zero), pool is null ? default(ResponseCounts).Plus(RestOf(place), 1) : default, pool);
    }

    private WeightBounds[] Divided(WeightBounds[] weights, Ratio votes, Ratio heads) =>
        [.. weights.Select((w, c) => (_columns[c].By is CountedBy.Heads or CountedBy.There or CountedBy.Units ? heads : votes) * w)];

    /// <summary>Places whose number is not known: what is told of them is known, and how many others there are is not.</summary>
    private void EnterUncertain(VotingPlaces place, PlaceVotes? told)
    {
        var all = Weights.AllVotes(place);
        if (told?.Whole is { } whole)
        {
            Add(place, 1, WeightsOf(place, new WeightBounds(place.Count.Least, place.Count.Most)), default(ResponseCounts).Plus(whole, 1), null);
            return;
        }

        var counted = Ratio.Zero;
        void Tell(Response response, Ratio votes)
        {
            if (votes.IsZero)
                return;
            counted += votes;
            Add(place, 1, WeightsOf(place, WeightBounds.Exactly(votes), ofVotes: true), default(ResponseCounts).Plus(response, 1), null);
        }

        foreach (var response in Responses)
            Tell(response, told?.Parts is { } parts ? parts[(int)response] : Ratio.Zero);
        var sum = Primary(PoolOf(place));
        if (sum is not null && sum.In.Units is null && sum.In.Measure is null && !sum.Entered)
        {
            sum.Entered = true;
            foreach (var response in Responses)
                Tell(response, sum.Given[(int)response]);
        }

        var least = Ratio.Max(Ratio.Zero, all.Low - counted);
        var left = new WeightBounds(least, all.High is { } high ? Ratio.Max(least, high - counted) : null);
        Add(place, 1, WeightsOf(place, left, ofVotes: true), default(ResponseCounts).Plus(RestOf(place), 1), null);
    }

    /// <summary>What one place weighs by each column.</summary>
    public WeightBounds[] WeightsOf(VotingPlaces place) => WeightsOf(place, null);

    /// <summary>What one place weighs by each column, or several of which only the number is bounded.</summary>
    private WeightBounds[] WeightsOf(VotingPlaces place, WeightBounds? several, bool ofVotes = false)
    {
        var weights = new WeightBounds[_columns.Count];
        for (var c = 0; c < weights.Length; c++)
        {
            var column = _columns[c];
            if (!IsIn(place, column.Part) && (several is null || place.Unit >= 0 || column.Part!.Chamber is not null))
            {
                weights[c] = WeightBounds.None;
                continue;
            }

            weights[c] = several is not { } number ? One(place, column) : column.By switch
            {
                CountedBy.There when _vote.IsRepresented(place) => WeightBounds.None,
                CountedBy.Heads or CountedBy.There => ofVotes && !Weights.IsByHead ? WeightBounds.Any : InPart(number, place, column),
                CountedBy.Votes => ofVotes ? InPart(number, place, column) : Weights.AllVotes(place),
                CountedBy.Units when place.Unit >= 0 && !ofVotes => Weights.UnitPart(place, column.Kind!),
                CountedBy.Figure when place.Unit >= 0 && !ofVotes => Weights.Figure(place, column.Measure!),
                _ => WeightBounds.Any,
            };
        }

        return weights;
    }

    private WeightBounds InPart(WeightBounds number, VotingPlaces place, VoteColumn column) =>
        IsIn(place, column.Part) ? number : new WeightBounds(Ratio.Zero, number.High);

    private WeightBounds One(VotingPlaces place, VoteColumn column) => column.By switch
    {
        CountedBy.Heads => WeightBounds.Exactly(Ratio.One),
        CountedBy.There => _vote.IsRepresented(place) ? WeightBounds.None : WeightBounds.Exactly(Ratio.One),
        CountedBy.Votes => Weights.Votes(place),
        CountedBy.Units => Weights.UnitPart(place, column.Kind!),
        _ => Weights.Figure(place, column.Measure!),
    };

    private static WeightBounds[] Scaled(WeightBounds[] weights, Ratio factor) => [.. weights.Select(w => factor * w)];

    private void Merge(List<PollClass> classes, Dictionary<int, List<int>> pools)
    {
        var places = _entries.Count > 1 ? new Dictionary<VoteEntry.Likeness, int>() : null;
        foreach (var entry in _entries)
        {
            var key = new VoteEntry.Likeness(entry.Weights, entry.Pool);
            var at = classes.Count;
            if (places is not null && Array.TrueForAll(entry.Weights, w => w.IsExact) && !places.TryAdd(key, at))
            {
                at = places[key];
                var before = classes[at];
                var given = before.Given;
                foreach (var response in Responses)
                    given = given.Plus(response, entry.Given[response]);
                classes[at] = before with { Count = before.Count + entry.Count, Given = given };
                continue;
            }

            if (places is not null)
                places[key] = at;
            classes.Add(new PollClass(entry.Count, [.. entry.Weights], entry.Given));
            if (entry.Pool is { } pool)
            {
                if (!pools.TryGetValue(pool, out var members))
                    pools.Add(pool, members = []);
                members.Add(at);
            }
        }
    }

    private void Share(int part, List<int> members, List<PollClass> classes, ImmutableArray<SharedVotes>.Builder shared)
    {
        var sum = Primary(part)!;
        var column = ColumnOf(sum);
        var given = (Ratio[])sum.Given.Clone();
        var capacity = Ratio.Zero;
        foreach (var c in members)
            capacity += classes[c].Untold * classes[c].Weight(column).Low;
        var rest = capacity - sum.Total;
        if (rest.Sign > 0 && _vote.Rest.Count > 0 && RestOf(_entries.Find(e => e.Pool == part)!.Place) is not Response.Absent and var response)
            given[(int)response] += rest;
        shared.Add(new SharedVotes([.. members], column, ImmutableCollectionsMarshal.AsImmutableArray(given), sum.In == ToldIn.Votes && Weights.Rule is { Measure: not null, IsUndivided: false }));
    }
}
