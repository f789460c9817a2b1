using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Cases;

/// <summary>
/// Runs the cases of a federation: what is given is ruled on and recorded, line by line, and what is expected is compared with what then
/// stands. A case stands alone unless it goes on from an act of the journal; each is run in a branch of its own, so that no case sees another.
/// A case uses the assumptions that it names and no others.
/// </summary>
public static class CaseRunner
{
    /// <summary>Runs every case of a federation, in the order of its files.</summary>
    public static ImmutableArray<CaseResult> Run(Federation federation) => Run(new Rulebooks(federation), federation.Cases);

    /// <summary>Runs cases; the results are in their order. A case that goes on from the journal goes on from the journals that are no rehearsals.</summary>
    public static ImmutableArray<CaseResult> Run(Rulebooks books, IReadOnlyList<CaseText> cases)
    {
        // Everything is read before anything is ruled on: an act that settles an open place may bring a reading that no clause lists.
        var alone = new ActReader(books);
        var following = alone.Branch();
        var journal = new List<JournalEntry>();
        foreach (var text in books.Federation.Journals.Where(j => !j.IsRehearsal))
            journal.AddRange(following.Read(text).Entries);
        var today = LatestDay(books);
        var scripts = cases.Select(c => CaseScript.Read(c, books, journal, alone, following, today)).ToList();

        var results = new CaseResult[scripts.Count];
        var openings = new Dictionary<int, State>();
        for (var i = 0; i < scripts.Count; i++)
        {
            if (scripts[i].After >= 0)
                continue;
            var edition = scripts[i].Book?.Index ?? -1;
            if (!openings.TryGetValue(edition, out var opening))
                openings.Add(edition, opening = State.Opening(books, scripts[i].Book));
            results[i] = Run(opening, scripts[i]);
        }

        Follow(books, journal, scripts, results);
        return [.. results];
    }

    private static void Follow(Rulebooks books, List<JournalEntry> journal, List<CaseScript> scripts, CaseResult[] results)
    {
        var last = scripts.Count == 0 ? -1 : scripts.Max(s => s.After);
        if (last < 0)
            return;
        var replay = new Replay(State.Opening(books));
        for (var act = 0; act <= last; act++)
        {
            replay.Step(journal[act].Act);
            for (var i = 0; i < scripts.Count; i++)
            {
                if (scripts[i].After == act)
                    results[i] = Run(replay.State, scripts[i]);
            }
        }
    }

    private static CaseResult Run(State state, CaseScript given)
    {
        var before = state.Branch();
        var script = given.In(before.Books);
        var replay = new Replay(before);
        var check = new ExpectationCheck(script);
        var expectations = ImmutableArray.CreateBuilder<ExpectationResult>();
        var problems = new DiagnosticBag();
        problems.AddRange(script.Problems);
        var day = script.FirstDay;
        foreach (var clause in script.Text.Clause.Children)
        {
            if (script.Acts.TryGetValue(clause, out var act))
            {
                var ruling = replay.Step(act);
                check.Given(ruling);
                day = act.Done;
                if (act.Verb == Verb.Starts && ruling.Under(script.Assumptions) is { Verdict: Verdict.Refused } judgment)
                    problems.Add(NotStarted(clause.Location, judgment));
            }
            else if (clause.Is("on") && clause.Match?.Date("day") is { Year: > 0 } on)
            {
                day = Day.From(on.Earliest);
            }
            else if (clause.Is("expect") && clause.Match is { } match)
            {
                expectations.Add(check.Run(clause, match, replay.State, day));
            }
        }

        return new CaseResult(script.Text, expectations.ToImmutable(), problems.ToSorted());
    }

    private static Diagnostic NotStarted(Charter.Text.SourceLocation at, Judgment judgment)
    {
        var problem = Diagnostic.At(at, JournalDiagnostics.CannotStart);
        foreach (var line in Reasons.Of(judgment).Lines())
            problem = problem.Helped(line);
        return problem;
    }

    /// <summary>The day about which a case without any day asks: that of the youngest edition in force, figure or unit.</summary>
    private static Day LatestDay(Rulebooks books)
    {
        var latest = Day.Of(1, 1, 1);
        foreach (var edition in books.Federation.Editions.Where(e => e.Status == EditionStatus.InForce))
            latest = Day.Later(latest, Day.From(edition.From));
        foreach (var figure in books.Federation.Register.Figures)
            latest = Day.Later(latest, Day.From(figure.AsAt));
        foreach (var from in books.Federation.Register.Units.Select(u => u.From))
            latest = from is { } date ? Day.Later(latest, Day.From(date)) : latest;
        return latest;
    }
}
