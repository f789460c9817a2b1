using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using CountingMeasure = Foedus.Counting.Measure;

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
        var fixedReadings = Assumptions.None;
        foreach (var silence in assumptions.All.Select(a => a.Silence).Distinct())
        {
            if (assumptions.For(silence.Id, day) is { } assumption)
                fixedReadings = fixedReadings.With(silence.Id, assumption.Reading);
        }

        var silences = book.All.Federation.Silences;
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
        private readonly Inquiry _inquiry;
        private readonly GateMaker? _gates;

        public Laying(Inquiry inquiry, Body body, RuleChain chain)
        {
            _inquiry = inquiry;
            if (chain.Rules.Exists(r => r.CountEach is not null))
            {
                Missing = "how the voters of a unit make up its vote";
                return;
            }

            Charter.Model.Measure? byMeasure = null;
            if (chain.First(r => r.Votes) is { } weight)
            {
                if (!inquiry.Ask(weight, out var votes))
                {
                    Missing = weight.Silence?.Address ?? weight.By.Citation;
                    return;
                }

                byMeasure = votes.Measure;
                EnBloc = byMeasure is not null && !votes.Divisible;
            }

            var ballots = Ballots.Of(inquiry, [(new Bodies.BodyAt(body), Everybody(inquiry, body))], byMeasure is null ? chain.Measures : chain.Measures.Append(byMeasure), byMeasure);
            if (!ballots.MembersKnown && byMeasure is null)
            {
                Missing = "the number of members of " + body.Name;
                return;
            }

            if (byMeasure is not null && ballots.Unknown.Contains(byMeasure))
            {
                Missing = "the " + byMeasure.Name + " of every unit";
                return;
            }

            var by = byMeasure is not null && ballots.ByUnits && !ballots.ByResult ? new CountingMeasure(ballots.IndexOf(byMeasure)) : CountingMeasure.Heads;
            _gates = new GateMaker(inquiry, ballots, new Bodies.BodyAt(body), abstentionsCast: false, by, byMeasure);
            Electorate = ballots.Profile;
            var (needs, enough) = (Gates(chain.Needs, Needs), Gates(chain.Enough, Enough));
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

        private List<Threshold> Gates(IReadOnlyList<Slot<DecisionTest>> slots, List<string> words)
        {
            var made = new List<Threshold>();
            foreach (var slot in slots)
            {
                if (!_inquiry.Ask(slot, out var test))
                {
                    Missing ??= slot.Silence?.Address ?? slot.By.Citation;
                    continue;
                }

                words.Add(test.Words);
                if (test.InEachChamber)
                    Missing ??= "how each chamber votes";
                else if (_gates!.Gate(test, out var missing) is { } gate)
                    made.Add(gate);
                else
                    Missing ??= missing?.Text ?? test.Words;
            }

            return made;
        }
    }

    /// <summary>All the members, by units where the seats are theirs.</summary>
    private static IReadOnlyList<Tally> Everybody(Inquiry inquiry, Body body) =>
        inquiry.Seats(body).Shares.Length > 0 || inquiry.Members(body) is not { } members
            ? [new Tally(Side.Against, null, [], Rest: true)]
            : [new Tally(Side.Against, members, [], Rest: false)];
}
