using Foedus.Charter.Binding;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Snapshots;

namespace Foedus.Engine.Tests.Replaying;

/// <summary>A reading that no clause lists and that an act brings: it counts where it is settled and changes nothing that came before.</summary>
public sealed class LateReadingTests
{
    private static readonly string[] Refused =
    [
        "act 1 1923-07-06 Presidium convenes Committee, ordinary for 1923-07-20",
        "act 2 1923-07-07 Ukraine settles art 7 convened = by Council",
        "act 3 1923-08-01 Presidium convenes Committee, ordinary for 1923-08-20",
    ];

    private static readonly string[] Settled =
    [
        "act 1 1923-07-06 Presidium convenes Committee, ordinary for 1923-07-20",
        "act 2 1923-07-07 Presidium settles art 7 convened = by Council",
        "act 3 1923-08-01 Council convenes Committee, ordinary for 1923-08-20",
    ];

    [Fact]
    public void A_reading_that_was_proposed_in_vain_is_not_tried()
    {
        var verdicts = Rule(Refused, out _).Select(r => r.Verdict);
        Assert.Equal([Verdict.Undetermined, Verdict.Refused, Verdict.Undetermined], verdicts);
    }

    [Fact]
    public void A_reading_that_was_settled_holds_from_then_on()
    {
        var verdicts = Rule(Settled, out _).Select(r => r.Verdict);
        Assert.Equal([Verdict.Undetermined, Verdict.Accepted, Verdict.Accepted], verdicts);
    }

    [Fact]
    public void An_act_is_ruled_on_alike_whether_or_not_a_later_one_brings_a_reading()
    {
        var books = Books();
        var together = new ActReader(books).Read(Clauses(Settled)).Entries;
        Assert.Equal(Rule(Settled, out _)[0].Branches.Length, Judge.Rule(State.Opening(books), together[0].Act).Branches.Length);
    }

    [Fact]
    public void A_snapshot_keeps_the_readings_that_acts_brought()
    {
        var before = Rule(Settled, out var lived)[2];
        using var stream = new MemoryStream();
        lived.Write(stream, [1]);
        Assert.True(StateSnapshot.TryOpen(stream.ToArray(), [1], Books(), _ => throw new InvalidOperationException(), out var opened));
        var again = opened.Reader.Read(Clauses(["act 4 1923-09-01 Council convenes Committee, ordinary for 1923-09-20"])).Entries.Single().Act;
        Assert.Equal(Verdict.Accepted, before.Verdict);
        Assert.Equal(Verdict.Accepted, Judge.Rule(opened.State, again).Verdict);
    }

    private static List<Ruling> Rule(string[] acts, out StateSnapshot after)
    {
        var books = Books();
        var reader = new ActReader(books);
        var state = State.Opening(books);
        var rulings = new List<Ruling>();
        foreach (var act in acts)
        {
            var ruling = Judge.Rule(state, reader.Read(Clauses([act])).Entries.Single().Act);
            rulings.Add(ruling);
            state = state.Record(ruling);
        }

        after = new StateSnapshot(state, reader);
        return rulings;
    }

    private static IEnumerable<ClauseSyntax> Clauses(string[] acts) =>
        SyntaxTree.Parse(SourceText.From("late.journal", "foedus 1\njournal \"Late\" of \"Treaty of Union\"\n" + string.Join('\n', acts) + "\n")).ClausesOf("act");

    // The treaty leaves open who interprets it, which would leave every settlement open.
    private static Rulebooks Books() => new(FederationReader.Read(Directory.EnumerateFiles(Cases.Examples.Folder("union-1922"))
        .Where(path => path.EndsWith(".charter", StringComparison.Ordinal) || path.EndsWith(".csv", StringComparison.Ordinal))
        .Select(path => SourceText.From(path, File.ReadAllText(path).Replace("interpreted unspecified (by Congress | by Presidium)", "interpreted by Presidium", StringComparison.Ordinal)))));
}
