using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Deciding;

/// <summary>
/// Asks who could carry what in a body: the rule by which it decides, laid out over its voters as for a vote in which everybody is there and
/// nobody abstains. A pure function of the charter, the state and the day. The quorum and the settling of ties are no part of it.
/// </summary>
public static class DecisionGames
{
    /// <summary>The game of a rule on every way of reading the silences that it meets.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="book">The edition by which it is answered.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="body">The body that votes.</param>
    /// <param name="rule">The rule; null for the body's own.</param>
    /// <param name="assumptions">Assumptions already used, so that the silences that they fill do not branch.</param>
    /// <param name="budget">How many ways are tried, at least 1.</param>
    public static ImmutableArray<DecisionGame> Of(State state, Rulebook book, Day day, Body body, DecisionRule? rule, AssumptionSet assumptions, int budget = Judge.Budget)
    {
        assumptions = assumptions.Concerning([body.Name]);
        var fixedReadings = Assumptions.None;
        foreach (var silence in assumptions.All.Select(a => a.Silence).Distinct())
        {
            if (assumptions.For(silence.Id, day) is { } assumption)
                fixedReadings = fixedReadings.With(silence.Id, assumption.Reading);
        }

        var silences = book.All.Federation.AllSilences;
        var forked = Fork.Run(new Readings(), fixedReadings, (state, book, day, body, rule, silences), static (at, readings) =>
        {
            var inquiry = new Inquiry(at.state, at.book, at.day, readings);
            var game = One(inquiry, at.body, at.rule);
            return game with { Readings = [.. readings.Path.Select(a => (at.silences[a.Silence], a.Reading))] };
        }, budget);
        return [.. forked.Paths.Select(p => p.Result)];
    }

    private static DecisionGame One(Inquiry inquiry, Body body, DecisionRule? rule)
    {
        var chains = RuleChain.For(inquiry, body, null, -1, rule);
        var rules = chains.Select(c => c.Leading).ToImmutableArray();
        if (chains.All(c => c.Needs.Count == 0 && c.Enough.Count == 0))
            return Unknown(rules, "a rule of decision for " + body.Name);
        var (tests, needs, enough) = (new List<Threshold>(), new List<string>(), new List<string>());
        Profile? electorate = null;
        var enBloc = false;
        foreach (var chain in chains)
        {
            var laid = new Laying(inquiry, body, chain);
            if (laid.Missing is { } missing)
                return Unknown(rules, missing);
            tests.Add(laid.Test!);
            needs.AddRange(laid.Needs);
            enough.AddRange(laid.Enough);
            enBloc |= laid.EnBloc;
            electorate ??= laid.Electorate;
        }

        return new DecisionGame([], rules, [.. needs], [.. enough], enBloc, tests.Count == 1 ? tests[0] : Threshold.All([.. tests]), electorate, null);
    }

    private static DecisionGame Unknown(ImmutableArray<DecisionRule> rules, string missing) => new([], rules, [], [], false, null, null, missing);

    /// <summary>One chain of rules laid out over the voters.</summary>
    private sealed class Laying
    {
        public Laying(Inquiry inquiry, Body body, RuleChain chain)
        {
            if (chain.Counting is not null)
            {
                Missing = "how the voters of a unit make up its vote";
                return;
            }

            VoteWeight? weight = null;
            if (chain.First(r => r.Votes) is { IsAskedWhenMet: false } slot && !inquiry.Ask(slot, out weight))
            {
                Missing = slot.Silence?.Address ?? slot.By.Citation;
                return;
            }

            EnBloc = weight is { Of: not null, Divisible: false };
            var byUnits = inquiry.Seats(new Bodies.BodyAt(body)).Shares.Length > 0 || weight?.Of is not null;
            if (Deciding.Electorate.Of(inquiry, chain, [new Bodies.BodyAt(body)], -1, -1, byUnits) is not { } roll)
            {
                Missing = "who votes in " + body.Name;
                return;
            }

            if (!roll.Size.IsExact)
            {
                Missing = "the number of members of " + body.Name;
                return;
            }

            var vote = new LaidVote(inquiry, roll, new VoteWeights(inquiry, roll, weight));
            vote.Lay([new Tally(Side.Against, null, [], Rest: true)], null);
            var classes = new VoteClasses(inquiry, vote, othersAreAbsent: false);
            var tests = new PollTests(inquiry, chain, vote, classes, PollMasks.Of(Abstention.NotCounted, invalidCast: false));
            var (needs, enough) = (Gates(inquiry, tests, chain.Needs, Needs), Gates(inquiry, tests, chain.Enough, Enough));
            Electorate = Profile(inquiry, roll, classes);
            if (Missing is not null)
                return;
            Test = (enough.Count, needs.Count) switch
            {
                (0, 1) => needs[0],
                (0, _) => Threshold.All([.. needs]),
                (_, 0) => Threshold.Either([.. enough]),
                _ => Threshold.Either([.. enough, Threshold.All([.. needs])]),
            };
        }

        public Threshold? Test { get; }

        public Profile? Electorate { get; }

        public bool EnBloc { get; }

        public List<string> Needs { get; } = [];

        public List<string> Enough { get; } = [];

        public string? Missing { get; private set; }

        private List<Threshold> Gates(Inquiry inquiry, PollTests tests, IReadOnlyList<Slot<DecisionTest>> slots, List<string> words)
        {
            var made = new List<Threshold>();
            foreach (var slot in slots)
            {
                if (!inquiry.Ask(slot, out var test))
                {
                    Missing ??= slot.Silence?.Address ?? slot.By.Citation;
                    continue;
                }

                words.Add(test.Words);
                var line = tests.Line(slot.By, test);
                if (line.Missing is { } missing)
                    Missing ??= missing.Text;
                else if (line.Gates.Count == 1)
                    made.Add(tests.Gates[line.Gates[0].Gate]);
                else
                    made.Add(Threshold.All([.. line.Gates.Select(g => (Threshold)tests.Gates[g.Gate])]));
            }

            return made;
        }

        /// <summary>A class for each unit or member by name, or one of them all.</summary>
        private Profile? Profile(Inquiry inquiry, Electorate roll, VoteClasses classes)
        {
            var made = ImmutableArray.CreateBuilder<VoterClass>();
            foreach (var place in roll.Places)
            {
                var weights = classes.WeightsOf(place);
                if (!weights.All(w => w.IsExact))
                {
                    Missing ??= "exact figures of every unit";
                    return null;
                }

                var name = place.Unit >= 0 ? inquiry.Roll.NameOf(place.Unit) : place.Holder >= 0 ? inquiry.Roll.NameOf(place.Holder) : roll.Name;
                var count = place.Count.Least.TryToInt64(out var places) ? places : 0;
                made.Add(new VoterClass(name, count, [.. weights.Select(w => (RatioRange)w.Low)], default(ResponseCounts).Plus(Response.No, count)));
            }

            return new Profile(made.ToImmutable());
        }
    }
}
