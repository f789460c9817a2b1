using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Judging;

/// <summary>A ruling as seen by somebody who uses certain assumptions: the verdict, its reasons, and what is still needed.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Outcome">How a vote came out, where the verdict is accepted.</param>
/// <param name="Grounds">The reasons on the paths that remain, each once; where the verdict is undetermined, those of the first path.</param>
/// <param name="Assuming">The assumptions without which the verdict would not be determined.</param>
/// <param name="Turns">The silences on which an undetermined verdict turns.</param>
/// <param name="Independent">The silences that were met and make no difference.</param>
/// <param name="Needs">What is still needed, and from whom.</param>
/// <param name="Ways">The shortest ways to a verdict: readings, and what the verdict would be.</param>
public sealed record Judgment(
    Verdict Verdict,
    Outcome Outcome,
    ImmutableArray<Ground> Grounds,
    ImmutableArray<Assumption> Assuming,
    ImmutableArray<Silence> Turns,
    ImmutableArray<Silence> Independent,
    ImmutableArray<Need> Needs,
    ImmutableArray<Resolution> Ways)
{
    internal static Judgment Of(Ruling ruling, AssumptionSet assumptions, Conditions conditions)
    {
        var roll = ruling.Books.Roll;
        assumptions = assumptions.Concerning([.. ruling.Act.By.Where(b => b >= 0).Select(b => roll[b].Name)]);
        var diagram = ruling.Diagram;
        var used = ImmutableArray.CreateBuilder<Assumption>();
        foreach (var silence in conditions.Support(diagram))
        {
            // Only those assumptions are used that still make a difference when their turn comes.
            if (conditions.IsConstant(diagram, out _))
                break;
            if (assumptions.For(silence, ruling.Act.Done) is not { } assumption || !conditions.Support(diagram).Contains(silence))
                continue;
            diagram = conditions.Restrict(diagram, silence, assumption.Reading);
            used.Add(assumption);
        }

        var (verdict, outcome) = conditions.IsConstant(diagram, out var leaf)
            ? (Branch.VerdictOf(leaf), Branch.OutcomeOf(leaf))
            : (Verdict.Undetermined, Outcome.None);
        var paths = ruling.Branches.Where(p => Agrees(p, assumptions, ruling)).ToList();
        if (paths.Count == 0)
            paths = [.. ruling.Branches];
        var deciding = paths.FindAll(p => p.Verdict == verdict && p.Outcome == outcome);
        var turns = conditions.IsConstant(diagram, out _) ? [] : conditions.Support(diagram).Select(ruling.SilenceAt).ToImmutableArray();
        var material = conditions.Support(ruling.Diagram);
        return new Judgment(
            verdict,
            outcome,
            GroundsOf(deciding.Count > 0 ? deciding : paths, verdict),
            used.ToImmutable(),
            turns,
            [.. ruling.Met.Where(s => !material.Contains(s.Id))],
            NeedsOf(deciding.Count > 0 ? deciding : paths, verdict, outcome, turns),
            turns.Length == 0 ? [] : Resolution.Of(ruling, diagram, conditions));
    }

    private static bool Agrees(Branch path, AssumptionSet assumptions, Ruling ruling)
    {
        foreach (var (silence, reading) in path.Readings)
        {
            if (assumptions.For(silence, ruling.Act.Done) is { } assumption && assumption.Reading != reading)
                return false;
        }

        return true;
    }

    private static ImmutableArray<Ground> GroundsOf(List<Branch> paths, Verdict verdict)
    {
        var grounds = ImmutableArray.CreateBuilder<Ground>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            foreach (var ground in path.Grounds)
            {
                if (Speaks(ground, verdict, path.Verdict) && seen.Add(ground.By?.Number + "/" + ground))
                    grounds.Add(ground);
            }
        }

        return grounds.ToImmutable();
    }

    /// <summary>A refusal is explained by what fails; an open verdict by what is open, and by what fails in some reading.</summary>
    private static bool Speaks(Ground ground, Verdict verdict, Verdict onPath) => verdict switch
    {
        Verdict.Refused => ground.Met == Truth.No,
        Verdict.Accepted => true,
        _ => onPath == Verdict.Accepted || ground.Met != Truth.Yes,
    };

    private static ImmutableArray<Need> NeedsOf(List<Branch> paths, Verdict verdict, Outcome outcome, ImmutableArray<Silence> turns)
    {
        var needs = new List<Need>();
        if (verdict == Verdict.Accepted && outcome is Outcome.None or Outcome.Carried)
            return [];
        foreach (var silence in turns)
            needs.Add(new Need(silence.Address, silence.LeftTo?.Words ?? "", silence));
        foreach (var path in paths)
        {
            foreach (var ground in path.Grounds)
            {
                if (ground.Need is { } need && ground.Met != Truth.Yes && !needs.Contains(need))
                    needs.Add(need);
            }
        }

        return [.. needs];
    }
}
